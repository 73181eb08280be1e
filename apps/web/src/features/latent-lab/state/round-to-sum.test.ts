import fc from "fast-check";
import { expect, test } from "vitest";
import { roundToSum } from "./round-to-sum.ts";

test("printed addends add up to the printed sum", () => {
  // Rounded by themselves they add up to 1.84, their sum rounds to 1.85.
  expect(roundToSum([0.734, 0.984, 0.13])).toEqual([0.73, 0.98, 0.14]);
  expect(roundToSum([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 10 }), (addends) => {
      const printed = roundToSum(addends).map((value) => Math.round(value * 100));
      const total = Math.round(addends.reduce((sum, addend) => sum + addend, 0) * 100);
      expect(printed.reduce((sum, value) => sum + value, 0) - total).toBeCloseTo(0);
    }),
  );
});

test("no addend but the last is off by more than its own rounding", () => {
  expect(roundToSum([1.234, -0.567, 2.345, 0.001]).slice(0, -1)).toEqual([1.23, -0.57, 2.35]);
});
