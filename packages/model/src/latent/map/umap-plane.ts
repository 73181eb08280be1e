import { UMAP } from "umap-js";
import { randomSource } from "../../random/random-source.ts";

export interface UmapOptions {
  neighbours: number;
  minDistance: number;
  seed: number;
}

/**
 * Codes laid out in the plane so that neighbours stay neighbours (UMAP, McInnes et al. 2018): distances between far clusters mean
 * little. The same seed gives the same picture.
 *
 * @param codes `[count, width]`; @param onProgress hears the share of epochs done, once neighbours are known
 * @returns `[count, 2]`
 */
export function umapPlane(
  codes: Float32Array,
  width: number,
  { neighbours, minDistance, seed }: UmapOptions,
  onProgress?: (share: number) => void,
): Float32Array<ArrayBuffer> {
  const count = codes.length / width;
  const rows = Array.from({ length: count }, (_, row) => Array.from(codes.subarray(row * width, (row + 1) * width)));
  const { uniform } = randomSource(seed);
  // It needs more points than neighbours.
  const nNeighbors = Math.max(1, Math.min(neighbours, count - 1));
  const umap = new UMAP({ nComponents: 2, nNeighbors, minDist: minDistance, random: uniform });
  const epochs = umap.initializeFit(rows);
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    onProgress?.((epoch + 1) / epochs);
  }
  return Float32Array.from(umap.getEmbedding().flatMap(([x = 0, y = 0]) => [x, y]));
}
