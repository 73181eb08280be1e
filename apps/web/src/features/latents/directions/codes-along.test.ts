import { expect, it } from "vitest";
import { codesAlong } from "./codes-along.ts";
import { cosine } from "./cosine.ts";

it("goes along the direction in s.d. and leaves the rest of the code where it is", () => {
  const codes = codesAlong(Float32Array.of(1, 5), { vector: [0.5, 0], deviation: 4 }, [-1, 0, 2]);
  expect([...codes]).toEqual([-1, 5, 1, 5, 5, 5]);
});

it("measures the angle between directions, whatever their length", () => {
  expect(cosine([3, 0], [2, 2])).toBeCloseTo(Math.SQRT1_2, 10);
  expect(cosine([1, 0], [-4, 0])).toBe(-1);
  expect(cosine([0, 0], [1, 0])).toBe(0);
});
