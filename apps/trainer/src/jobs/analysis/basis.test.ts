import { describe, expect, it } from "vitest";
import { basisOf } from "./basis.ts";

function analysis(count: number, isForeign = false) {
  const samples = {
    indices: Int32Array.from({ length: count }, (_, i) => i),
    labels: new Int16Array(count),
    // Every third image is for training.
    splits: Uint8Array.from({ length: count }, (_, i) => i % 3),
  };
  const data = { id: isForeign ? "other" : "own" };
  // What basisOf looks at, of rows with many more columns.
  const rows: unknown = { samples, datasetVersion: data, modelVersion: { datasetVersionId: "own" } };
  return rows as Parameters<typeof basisOf>[0];
}

describe("basisOf", () => {
  it("takes the images that training did not see", () => {
    const { indices, heldOut } = basisOf(analysis(300), 1000);
    expect(heldOut).toBe(true);
    expect(indices).toHaveLength(200);
    expect(indices.every((index) => index % 3 !== 0)).toBe(true);
  });

  it("takes all, and says so, where these are too few; of other data all are unseen", () => {
    expect(basisOf(analysis(30), 1000)).toEqual({ indices: Array.from({ length: 30 }, (_, i) => i), heldOut: false });
    expect(basisOf(analysis(30, true), 1000)).toMatchObject({ heldOut: true });
  });

  it("takes as many as it may, evenly spaced and each once", () => {
    const { indices } = basisOf(analysis(3000), 7);
    expect(indices).toHaveLength(7);
    expect(new Set(indices).size).toBe(7);
    expect(indices.at(-1)).toBeGreaterThan(2000);
  });
});
