import { expect, it } from "vitest";
import { quantile } from "./quantile.ts";

it("interpolates between order statistics as numpy does", () => {
  // numpy 2.1: np.quantile([1, 2, 3, 4, 5], .98)
  expect(quantile([1, 2, 3, 4, 5], 0.98)).toBeCloseTo(4.92, 10);
  expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  expect(quantile([7], 0.3)).toBe(7);
});
