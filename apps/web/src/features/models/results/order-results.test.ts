import { expect, test } from "vitest";
import { errorOf, worstFirst } from "./order-results.ts";

test("the error is over what was said of the image", () => {
  expect(errorOf({ dice: 0.75, boxes50: null })).toBeCloseTo(0.25);
  expect(errorOf({ dice: 0.5, boxes50: 1 })).toBeCloseTo(0.25);
  expect(errorOf({ dice: null, boxes50: null })).toBeNull();
});

test("the worst image comes first, those that nobody looked at last", () => {
  const results = [
    { index: 1, dice: 1, boxes50: null },
    { index: 2, dice: null, boxes50: null },
    { index: 3, dice: 0.2, boxes50: 0 },
    { index: 4, dice: 0.2, boxes50: 1 },
  ];
  expect(worstFirst(results).map(({ index }) => index)).toEqual([3, 4, 1, 2]);
});
