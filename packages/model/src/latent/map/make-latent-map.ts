import type { KnownColumn } from "../atlas/associations.ts";
import { type LatentMap, packNumbers } from "./latent-map.ts";
import { principalPlane } from "./principal-components.ts";
import { type UmapOptions, umapPlane } from "./umap-plane.ts";

export interface LatentMapInput extends UmapOptions {
  method: "pca" | "umap";
  /** `[count, latentDim]` */
  mu: Float32Array;
  latentDim: number;
  known: readonly KnownColumn[];
  /** `[count]`: 1 wrong, 0 right, NaN unknown; null when nobody can say */
  wrong: Float32Array | null;
}

/** A map of all codes, ready to draw. */
export function makeLatentMap(input: LatentMapInput, onProgress?: (share: number) => void): LatentMap {
  const { method, mu, latentDim, known, wrong } = input;
  const plane = method === "pca" ? principalPlane(mu, latentDim) : null;
  const positions = plane ? plane.positions : umapPlane(mu, latentDim, input, onProgress);
  return {
    schema: "diaphane/latent-map@1",
    method,
    count: mu.length / latentDim,
    positions: packNumbers(positions),
    explained: plane ? plane.explained : null,
    columns: known.map(({ attribute, values, column }) => ({
      attribute,
      values: [...values],
      column: packNumbers(column),
    })),
    wrong: wrong && packNumbers(wrong),
  };
}
