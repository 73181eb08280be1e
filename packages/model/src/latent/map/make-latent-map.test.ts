import { expect, it } from "vitest";
import { latentMap, unpackNumbers } from "./latent-map.ts";
import { makeLatentMap } from "./make-latent-map.ts";

it("keeps every image's place, labels and errors in the order of the images", () => {
  const mu = Float32Array.of(0, 0, 4, 1, 8, 2, 12, 3);
  const label = Float32Array.of(0, 1, Number.NaN, 1);
  const wrong = Float32Array.of(0, 1, Number.NaN, 0);
  const input = { mu, latentDim: 2, known: [{ attribute: null, values: ["a", "b"], column: label }], wrong };
  const map = makeLatentMap({ ...input, method: "pca", neighbours: 2, minDistance: 0, seed: 1 });
  expect(latentMap.parse(JSON.parse(JSON.stringify(map)))).toEqual(map);
  const positions = unpackNumbers(map.positions);
  const across = [0, 1, 2, 3].map((image) => positions[image * 2] ?? 0);
  // √17 from one to the next.
  for (const [image, x] of across.entries()) expect(x).toBeCloseTo((image - 1.5) * Math.sqrt(17), 4);
  expect(unpackNumbers(map.columns[0]?.column ?? "")).toEqual(label);
  expect(unpackNumbers(map.wrong ?? "")).toEqual(wrong);
});
