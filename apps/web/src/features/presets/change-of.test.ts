import { expect, it } from "vitest";
import { changeOf } from "./change-of.ts";

const estimate = (value: number, lower: number, upper: number) => ({ value, interval: [lower, upper] as const });

it("calls a change one only where the intervals do not overlap", () => {
  const before = estimate(0.6, 0.5, 0.7);
  expect(changeOf(before, estimate(0.9, 0.8, 1))?.kind).toBe("more");
  expect(changeOf(before, estimate(0.3, 0.2, 0.4))?.kind).toBe("less");
  expect(changeOf(before, estimate(0.8, 0.69, 0.9))?.kind).toBe("same");
  expect(changeOf(before, estimate(0.8, 0.7, 0.9))?.kind).toBe("same");
});

it("says nothing where one of them is not known", () => {
  expect(changeOf(null, estimate(0.9, 0.8, 1))).toBeNull();
  expect(changeOf(estimate(0.9, 0.8, 1), undefined)).toBeNull();
});
