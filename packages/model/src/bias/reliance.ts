import type { Head } from "../latent/contributions.ts";
import { centredHead } from "../latent/contributions.ts";
import { percentileInterval } from "../metrics/bca-interval.ts";
import { resampledStatistics } from "../metrics/stratified-bootstrap.ts";
import { rowsOf } from "../probe/cross-validated-scores.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import type { AttributeColumn } from "./attribute-column.ts";
import type { AttributeUse } from "./bias-report.ts";
import type { Coded } from "./encoding.ts";

/** Intervals hardly change with more cases, and the time does. */
const mostCases = 10_000;

export interface RelianceOptions {
  seed: number;
  draws: number;
  level: number;
  /** Cases of every label × value that are asked for. */
  fewest: number;
}

/**
 * How much the decision uses an attribute: change of each logit for one population standard deviation along the attribute's direction,
 * the difference of means within classes (so that the disease is not taken for the attribute). Exact, as the head is linear; the
 * interval is of the direction and the deviation, by a bootstrap over subjects. With several comparisons their level is
 * Bonferroni's, so that one of them is not found by looking often.
 *
 * @returns one entry a value (of two: the second), without those with too few cases in every class
 */
export function relianceOf(
  coded: Coded,
  labels: Int32Array,
  classes: readonly string[],
  head: Head,
  { of, values }: AttributeColumn,
  options: RelianceOptions,
): AttributeUse["reliance"] {
  const known = [...of.keys()].filter((row) => (of[row] ?? -1) >= 0 && (labels[row] ?? -1) >= 0);
  const order = shuffledIndices(known.length, options.seed).subarray(0, mostCases);
  const rows = Array.from(order, (place) => known[place] ?? 0).sort((a, b) => a - b);
  const codes = rowsOf(coded.codes, coded.latentDim, rows);
  const subjects = coded.subjects && rows.map((row) => coded.subjects?.[row] ?? "");
  const ofLabel = Int32Array.from(rows, (row) => labels[row] ?? 0);
  const logits = logitWeights(head, classes);
  const asked = values.length === 2 ? [1] : values.map((_, v) => v);
  const level = 1 - (1 - options.level) / (asked.length * logits.length);
  return asked.flatMap((v) => {
    const members = Int32Array.from(rows, (row) => (of[row] === v ? 1 : 0));
    const strata = ofLabel.map((label, i) => label * 2 + (members[i] ?? 0));
    const usable = classes
      .map((_, label) => label)
      .filter((label) =>
        [0, 1].every(
          (member) => strata.reduce((n, one) => (one === label * 2 + member ? n + 1 : n), 0) >= options.fewest,
        ),
      );
    if (usable.length === 0) return [];
    const statistics = changesAlong(codes, coded.latentDim, strata, usable, logits);
    const { values: changes, draws } = resampledStatistics(statistics, strata, {
      ...{ seed: options.seed, draws: options.draws },
      ...(subjects ? { subjects } : {}),
    });
    return [
      {
        value: values[v] ?? "",
        classes: logits.map(({ name }, k) => ({
          class: name,
          change: {
            value: changes[k] ?? 0,
            interval: percentileInterval((draws[k] ?? new Float64Array()).sort(), level),
          },
        })),
      },
    ];
  });
}

/** Whether some interval is without 0. */
export function isReliedOn(reliance: AttributeUse["reliance"]): boolean {
  return reliance.some(({ classes }) => classes.some(({ change: { interval } }) => interval[0] > 0 || interval[1] < 0));
}

/** Weights on mu of what is decided by: of two classes the log-odds of the second, else each logit less their mean. */
function logitWeights(head: Head, classes: readonly string[]): { name: string; weights: Float64Array }[] {
  const { latentDim, classCount } = head;
  const { weights } = centredHead(head);
  const column = (k: number): Float64Array =>
    Float64Array.from({ length: latentDim }, (_, j) => weights[j * classCount + k] ?? 0);
  if (classCount !== 2) return classes.map((name, k) => ({ name, weights: column(k) }));
  const first = column(0);
  return [{ name: classes[1] ?? "", weights: column(1).map((one, j) => one - (first[j] ?? 0)) }];
}

/**
 * `w·u·s.d.(u·mu)` of each logit, with u the unit difference of means, averaged over the usable classes.
 * @param strata `[n]`, label × 2 + member
 */
function changesAlong(
  codes: Float32Array,
  latentDim: number,
  strata: Int32Array,
  usable: readonly number[],
  logits: readonly { weights: Float64Array }[],
): (weights: Float64Array) => Float64Array {
  const cellCount = Math.max(...strata) + 1;
  const sums = new Float64Array(cellCount * latentDim);
  const totals = new Float64Array(cellCount);
  const direction = new Float64Array(latentDim);
  const changes = new Float64Array(logits.length);
  return (weights) => {
    sums.fill(0);
    totals.fill(0);
    for (let i = 0; i < strata.length; i++) {
      const weight = weights[i] ?? 0;
      if (weight === 0) continue;
      const cell = strata[i] ?? 0;
      totals[cell] = (totals[cell] ?? 0) + weight;
      const [from, to] = [i * latentDim, cell * latentDim];
      for (let j = 0; j < latentDim; j++) sums[to + j] = (sums[to + j] ?? 0) + weight * (codes[from + j] ?? 0);
    }
    const meanOf = (cell: number, j: number): number => (sums[cell * latentDim + j] ?? 0) / (totals[cell] ?? 1);
    let norm = 0;
    for (let j = 0; j < latentDim; j++) {
      const along = usable.reduce((sum, label) => sum + meanOf(label * 2 + 1, j) - meanOf(label * 2, j), 0);
      direction[j] = along / usable.length;
      norm += (along / usable.length) ** 2;
    }
    const deviation = deviationAlong(codes, direction, weights);
    logits.forEach(({ weights: ofLogit }, k) => {
      const slope = ofLogit.reduce((sum, one, j) => sum + one * (direction[j] ?? 0), 0);
      // Direction and deviation both carry its length.
      changes[k] = norm === 0 ? 0 : (slope * deviation) / norm;
    });
    return changes;
  };
}

/** Weighted standard deviation of `codes · direction`. */
function deviationAlong(codes: Float32Array, direction: Float64Array, weights: Float64Array): number {
  const latentDim = direction.length;
  let [sum, squares, total] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    let value = 0;
    for (let j = 0; j < latentDim; j++) value += (direction[j] ?? 0) * (codes[i * latentDim + j] ?? 0);
    sum += weight * value;
    squares += weight * value * value;
    total += weight;
  }
  return Math.sqrt(Math.max(0, squares / total - (sum / total) ** 2));
}
