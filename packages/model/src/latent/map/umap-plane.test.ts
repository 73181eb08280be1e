import { expect, it } from "vitest";
import { randomSource } from "../../random/random-source.ts";
import { umapPlane } from "./umap-plane.ts";

it("keeps clusters apart, the same way for the same seed, and tells how far it is", () => {
  const random = randomSource(3);
  // Three clusters of 20 in five dimensions.
  const codes = Float32Array.from({ length: 60 * 5 }, (_, place) => {
    const cluster = Math.floor(place / 5) % 3;
    return random.normal() * 0.2 + (place % 5 === cluster ? 8 : 0);
  });
  const options = { neighbours: 8, minDistance: 0.1, seed: 5 };
  const shares: number[] = [];
  const positions = umapPlane(codes, 5, options, (share) => shares.push(share));
  expect(positions).toEqual(umapPlane(codes, 5, options));
  expect(shares.at(-1)).toBe(1);
  const distance = (a: number, b: number) =>
    Math.hypot(
      (positions[a * 2] ?? 0) - (positions[b * 2] ?? 0),
      (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0),
    );
  for (let row = 0; row < 60; row++) {
    const others = Array.from({ length: 60 }, (_, other) => other).filter((other) => other !== row);
    const nearest = others.reduce((best, other) => (distance(row, other) < distance(row, best) ? other : best));
    expect(nearest % 3).toBe(row % 3);
  }
});
