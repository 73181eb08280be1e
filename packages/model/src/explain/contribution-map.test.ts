import fc from "fast-check";
import { expect, it } from "vitest";
import { contributionMap } from "./contribution-map.ts";

it("lays each contribution where its latent draws, in proportion", () => {
  // The first latent draws the first pixel and, half as much, the second; the second latent draws nothing.
  const found = contributionMap(Float32Array.of(1, 0.5, 0), Float32Array.of(0, 0, 0, 1, 0.5, 0), [3, -2], 1);
  expect([...found.map]).toEqual([2, 1, 0]);
  expect(found.unseen).toBe(-2);
});

it("sums to all contributions, whatever the pictures", () => {
  const share = fc.float({ min: 0, max: 1, noNaN: true });
  const situation = fc.integer({ min: 1, max: 5 }).chain((latents) =>
    fc.record({
      drawn: fc.array(share, { minLength: 12, maxLength: 12 }),
      without: fc.array(share, { minLength: 12 * latents, maxLength: 12 * latents }),
      contributions: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: latents, maxLength: latents }),
    }),
  );
  fc.assert(
    fc.property(situation, ({ drawn, without, contributions }) => {
      const found = contributionMap(Float32Array.from(drawn), Float32Array.from(without), contributions, 3);
      const sum = found.map.reduce((total, value) => total + value, found.unseen);
      expect(sum).toBeCloseTo(
        contributions.reduce((total, value) => total + value, 0),
        4,
      );
    }),
  );
});
