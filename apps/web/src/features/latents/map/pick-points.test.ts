import { makeLatentMap } from "@diaphane/model";
import type { LatentMap } from "@diaphane/model/latent";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourGroups } from "./colour-groups.ts";
import { mapPoints } from "./map-points.ts";
import { pickPoints } from "./pick-points.ts";

/** Images in a row from left to right; every third has the label b, every seventh none. */
const labelOf = (image: number) => (image % 7 === 0 ? Number.NaN : image % 3 === 0 ? 1 : 0);
function rowOfImages(count: number): LatentMap {
  const column = Float32Array.from({ length: count }, (_, image) => labelOf(image));
  const mu = Float32Array.from({ length: count * 2 }, (_, place) => (place % 2 === 0 ? place / 2 : 0));
  const known = [{ attribute: null, values: ["a", "b"], column }];
  return makeLatentMap({ method: "pca", mu, latentDim: 2, known, wrong: null, neighbours: 2, minDistance: 0, seed: 1 });
}

describe("pickPoints", () => {
  it("gives the right images after every filter, in whichever order they are set", () => {
    const points = mapPoints(rowOfImages(200));
    const [label] = points.columns;
    if (!label) throw new Error("The map has labels.");
    const { of, groups } = colourGroups(label);
    const xOf = (image: number) => points.positions[image * 2] ?? 0;
    const asked = fc.record({
      groups: fc.subarray([...groups.keys()]),
      from: fc.integer({ min: 0, max: 199 }),
      to: fc.integer({ min: 0, max: 199 }),
    });
    fc.assert(
      fc.property(asked, ({ groups: shown, from, to }) => {
        const [left, right] = [Math.min(from, to), Math.max(from, to)];
        const outline = [
          [xOf(left) - 1e-4, -1],
          [xOf(right) + 1e-4, -1],
          [xOf(right) + 1e-4, 1],
          [xOf(left) - 1e-4, 1],
        ] as const;
        const picked = pickPoints(points.positions, (image) => shown.includes(of[image] ?? -1), outline);
        const expected = Array.from({ length: right - left + 1 }, (_, i) => left + i).filter((image) =>
          shown.includes(Number.isNaN(labelOf(image)) ? 2 : labelOf(image)),
        );
        expect(picked).toEqual(expected);
      }),
    );
  });

  it("knows the inside of an outline that is bent, and of none", () => {
    const positions = [0.5, 0.5, 0.5, 0.9, 0.9, 0.5];
    const bent = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0.5, 0.6],
      [0, 1],
    ] as const;
    expect(pickPoints(positions, () => true, bent)).toEqual([0, 2]);
    expect(pickPoints(positions, () => true, [])).toEqual([]);
  });
});
