import type { AuditRequest } from "../bias/audit-request.ts";
import { namedSubjects } from "../images/subjects.ts";
import { exactLogits } from "../latent/contributions.ts";
import { probabilities } from "../latent/probabilities.ts";
import { percentileInterval } from "../metrics/bca-interval.ts";
import type { Estimate } from "../metrics/index.ts";
import { meanRankedAuroc, type RankedClass, rankColumns } from "../metrics/multiclass-auroc.ts";
import { resampledStatistics } from "../metrics/stratified-bootstrap.ts";

/**
 * What a preset costs the task: AUROC before less AUROC after, on the same cases, with the interval of the difference. Both are computed
 * of every resample: the same cases are hard for both, so the difference is surer than either of them. Of two classes the second's AUROC,
 * of more the mean of each against the others.
 *
 * @param before, @param after the same cases without and with the preset
 * @returns below 0 where the preset helps; null where a class has fewer than two cases
 */
export function aurocLoss(
  before: AuditRequest,
  after: AuditRequest,
  { seed, draws = 1000, level = 0.95 }: { seed: number; draws?: number; level?: number },
): Estimate | null {
  const { labels, classes, subjects } = before;
  const rows = [...labels.keys()].filter((row) => (labels[row] ?? -1) >= 0);
  const ofRows = Int32Array.from(rows, (row) => labels[row] ?? 0);
  const isScarce = (k: number): boolean => ofRows.reduce((n, one) => (one === k ? n + 1 : n), 0) < 2;
  if (classes.length < 2 || classes.some((_, k) => isScarce(k))) return null;
  const [first, second] = [rankedOf(before, rows), rankedOf(after, rows)];
  const named = subjects && namedSubjects(subjects);
  const { values, draws: drawn } = resampledStatistics(
    (weights) => [meanRankedAuroc(first, ofRows, weights) - meanRankedAuroc(second, ofRows, weights)],
    ofRows,
    { seed, draws, level, ...(named ? { subjects: rows.map((row) => named[row] ?? "") } : {}) },
  );
  const sorted = (drawn[0] ?? new Float64Array()).sort();
  return { value: values[0] ?? 0, interval: percentileInterval(sorted, level) };
}

function rankedOf({ head, codes, classes }: AuditRequest, rows: readonly number[]): RankedClass[] {
  const { latentDim } = head;
  const logits = rows.flatMap((row) => [...exactLogits(head, codes.subarray(row * latentDim, (row + 1) * latentDim))]);
  const scored = classes.length === 2 ? [1] : [...classes.keys()];
  const scores = probabilities(Float64Array.from(logits), classes.length);
  return rankColumns(scores, rows.length, classes.length, scored);
}
