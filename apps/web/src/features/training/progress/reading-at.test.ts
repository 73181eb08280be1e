import { expect, test } from "vitest";
import { readingAt } from "./reading-at.ts";

const points = [
  { x: 10, y: 3 },
  { x: 20, y: 2 },
];

test.each([
  [9, null],
  [10, 3],
  [15, 3],
  [20, 2],
  [21, null],
])("at %s it is %s", (x, y) => {
  expect(readingAt(points, x)).toBe(y);
});

test("a curve without points says nothing", () => {
  expect(readingAt([], 0)).toBeNull();
});
