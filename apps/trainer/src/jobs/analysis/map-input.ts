import type { LatentMapInput, LatentRows } from "@diaphane/model";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";
import { knownColumns } from "./known-columns.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/** All codes with labels, attributes and errors, for a map. */
export function mapInput(
  { claimed, rows }: ReadyAnalysis,
  request: Extract<ClaimedAnalysis["request"], { kind: "MAP" }>,
): LatentMapInput {
  const { method, neighbours, minDistance, seed } = request;
  const { mu, latentDim } = rows;
  const known = knownColumns(claimed, Array.from(claimed.samples.indices));
  const isSameTask = claimed.datasetVersion.classes.length === rows.classCount && rows.classCount > 1;
  const wrong = isSameTask ? wrongOf(claimed.samples.labels, rows) : null;
  return { method, neighbours, minDistance, seed, mu, latentDim, known, wrong };
}

/** 1 where the likeliest class is not the label, 0 where it is, NaN without a label. */
function wrongOf(labels: ArrayLike<number>, { logits, classCount, count }: LatentRows): Float32Array {
  return Float32Array.from({ length: count }, (_, row) => {
    const label = labels[row] ?? -1;
    if (label < 0) return Number.NaN;
    const ofRow = logits.subarray(row * classCount, (row + 1) * classCount);
    return ofRow.indexOf(Math.max(...ofRow)) === label ? 0 : 1;
  });
}
