import { expect, it } from "vitest";
import { toMap, toScreen, wholeMap, zoomed } from "./view-transform.ts";

const size = { width: 800, height: 500 };

it("goes from the map to the screen and back", () => {
  const view = zoomed(wholeMap(size), size, [100, 400], 3);
  const [x, y] = toMap(view, size, toScreen(view, size, [0.3, -0.7]));
  expect(x).toBeCloseTo(0.3, 10);
  expect(y).toBeCloseTo(-0.7, 10);
});

it("zooms around the pointer, and has all of the map in sight at first", () => {
  const view = wholeMap(size);
  const at = [600, 120] as const;
  const before = toMap(view, size, at);
  const after = toMap(zoomed(view, size, at, 2.5), size, at);
  expect(after[0]).toBeCloseTo(before[0], 10);
  expect(after[1]).toBeCloseTo(before[1], 10);
  for (const corner of [-1, 1]) {
    const [x, y] = toScreen(view, size, [corner, corner]);
    expect(x > 0 && x < 800 && y > 0 && y < 500).toBe(true);
  }
});
