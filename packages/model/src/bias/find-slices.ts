import { holmCorrection } from "../metrics/holm-correction.ts";
import { stratifiedBootstrap } from "../metrics/index.ts";
import { permutationTest } from "../metrics/permutation-test.ts";
import { subjectFolds } from "../probe/cross-validated-scores.ts";
import type { Slice } from "./bias-report.ts";
import { shareInterval } from "./intervals.ts";
import { kMeans, nearestCentre } from "./k-means.ts";
import type { ScoredCases } from "./scored-cases.ts";
import { meanAndDeviation, type WholeSet, withinLabelPoints } from "./slice-likeness.ts";

/** Of each label's cases; fewer where there are fewer cases. */
const clusterCount = 8;
/** How much more than a latent the error counts while clusters are looked for. */
const errorWeight = 3;
const shownLatents = 3;

export interface SliceOptions {
  seed: number;
  draws: number;
  permutations: number;
  level: number;
  fewest: number;
  /** Images among which those alike are looked for too. */
  whole?: WholeSet;
}

/**
 * Groups nobody named: within each label, cases are clustered by standardised mu and how wrong the model is (as slice discovery
 * does, Eyuboglu et al. 2022), on half of the subjects. On the other half cases join by mu alone, and only there errors are
 * counted: a cluster that was found by its errors would look bad on them by construction. Images of the whole set join likewise, within
 * their own label.
 *
 * @param codes `[n, latentDim]` of the audited rows; @param subjects `[n]`
 * @returns slices with more errors than the label's other cases, the surest first
 */
export function findSlices(
  cases: ScoredCases,
  codes: Float32Array,
  latentDim: number,
  classes: readonly string[],
  subjects: readonly string[] | undefined,
  options: SliceOptions,
): Slice[] {
  const { seed, permutations, fewest } = options;
  const named = subjects && Array.from(cases.rows, (row) => subjects[row] ?? "");
  const { whole } = options;
  const everywhere = whole && withinLabelPoints(whole, latentDim, { cases, codes, classCount: classes.length });
  const half = subjectFolds(cases.labels, named, 2, seed);
  const found = classes.flatMap((label, k) => {
    const members = [...cases.labels.keys()].filter((i) => cases.labels[i] === k);
    const searched = members.filter((i) => half[i] === 0);
    const checked = members.filter((i) => half[i] === 1);
    if (Math.min(searched.length, checked.length) < 2 * fewest) return [];
    const points = errorPoints(cases, codes, latentDim, members);
    const width = latentDim + 1;
    const place = new Map(members.map((i, at) => [i, at]));
    const of = (i: number): Float64Array =>
      points.subarray((place.get(i) ?? 0) * width, ((place.get(i) ?? 0) + 1) * width);
    const table = new Float64Array(searched.length * width);
    searched.forEach((i, at) => void table.set(of(i), at * width));
    const clusters = kMeans(table, width, Math.min(clusterCount, Math.floor(searched.length / fewest)), seed);
    const joined = checked.map((i) => nearestCentre(of(i), 0, clusters.centres, width, latentDim).centre);
    const joinedEverywhere = whole && everywhere ? joinEach(everywhere, whole, clusters.centres, latentDim) : null;
    return [...new Set(joined)].flatMap((cluster) => {
      const inside = joined.map((one) => (one === cluster ? 1 : 0));
      const n = inside.reduce<number>((sum, one) => sum + one, 0);
      if (n < fewest || checked.length - n < fewest) return [];
      const wrong = checked.map((i) => (cases.predicted[i] === k ? 0 : 1));
      const rate = (member: number) => {
        const errors = wrong.filter((_, at) => inside[at] === member);
        return errors.reduce<number>((sum, one) => sum + one, 0) / errors.length;
      };
      if (!(rate(1) > rate(0))) return [];
      const { pValue } = permutationTest(
        (groups) => difference(wrong, groups),
        inside,
        checked.map(() => 0),
        { seed, permutations: Math.max(1, permutations) },
      );
      const errors = wrong.filter((_, at) => inside[at] === 1);
      const estimate = stratifiedBootstrap(
        (weights) => weightedMean(errors, weights),
        errors.map(() => 0),
        { seed, draws: options.draws, level: options.level },
      );
      const everyone = [
        ...searched.filter((_, at) => clusters.of[at] === cluster),
        ...checked.filter((_, at) => joined[at] === cluster),
      ];
      return [
        {
          ...{ label, n, found: everyone.length - n, otherErrorRate: rate(0), pValue },
          errorRate: shareInterval(estimate, n, options.level) ?? estimate,
          ...describe(everyone, { cases, codes, latentDim, of }),
          ...(joinedEverywhere ? { alike: rowsIn(joinedEverywhere, cluster) } : {}),
        },
      ];
    });
  });
  const corrected = holmCorrection(found.map(({ pValue }) => pValue));
  return found
    .map((slice, at) => ({ ...slice, correctedP: corrected[at] ?? 1 }))
    .sort((a, b) => a.pValue - b.pValue || b.errorRate.value - a.errorRate.value);
}

/** The nearest cluster of each image of a set by mu alone, −1 for the unlabelled. @param points `[n, latentDim]` */
function joinEach(points: Float64Array, { labels }: WholeSet, centres: Float64Array, latentDim: number): Int32Array {
  const width = latentDim + 1;
  const point = new Float64Array(width);
  return Int32Array.from({ length: labels.length }, (_, row) => {
    if ((labels[row] ?? -1) < 0) return -1;
    point.set(points.subarray(row * latentDim, (row + 1) * latentDim));
    return nearestCentre(point, 0, centres, width, latentDim).centre;
  });
}

function rowsIn(joined: Int32Array, cluster: number): number[] {
  return [...joined.keys()].filter((row) => joined[row] === cluster);
}

/** Standardised mu of some cases and how improbable their label was held `[n, latentDim + 1]`. */
function errorPoints(
  cases: ScoredCases,
  codes: Float32Array,
  latentDim: number,
  members: readonly number[],
): Float64Array {
  const width = latentDim + 1;
  const points = new Float64Array(members.length * width);
  const coordinateOf = (i: number, j: number): number =>
    j < latentDim
      ? (codes[(cases.rows[i] ?? 0) * latentDim + j] ?? 0)
      : 1 - (cases.scores[i * cases.classCount + (cases.labels[i] ?? 0)] ?? 0);
  for (let j = 0; j < width; j++) {
    const column = members.map((i) => coordinateOf(i, j));
    const { mean, deviation } = meanAndDeviation(column);
    const weight = j < latentDim ? 1 : errorWeight;
    column.forEach((one, at) => {
      points[at * width + j] = (weight * (one - mean)) / deviation;
    });
  }
  return points;
}

interface Described {
  cases: ScoredCases;
  codes: Float32Array;
  latentDim: number;
  /** Standardised within the label. */
  of: (i: number) => Float64Array;
}

function describe(members: readonly number[], { cases, codes, latentDim, of }: Described) {
  const mean = (value: (i: number) => number): number => members.reduce((sum, i) => sum + value(i), 0) / members.length;
  const latents = Array.from({ length: latentDim }, (_, j) => j);
  const centroid = latents.map((j) => mean((i) => codes[(cases.rows[i] ?? 0) * latentDim + j] ?? 0));
  const differences = latents.map((latent) => ({ latent, difference: mean((i) => of(i)[latent] ?? 0) }));
  const distance = (i: number): number =>
    differences.reduce((sum, { latent, difference: centre }) => sum + ((of(i)[latent] ?? 0) - centre) ** 2, 0);
  return {
    centroid,
    latents: differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, shownLatents),
    rows: members.toSorted((a, b) => distance(a) - distance(b)).map((i) => cases.rows[i] ?? 0),
  };
}

function difference(wrong: readonly number[], groups: Int32Array): number {
  const [sums, totals] = [new Float64Array(2), new Float64Array(2)];
  wrong.forEach((one, at) => {
    const group = groups[at] ?? 0;
    sums[group] = (sums[group] ?? 0) + one;
    totals[group] = (totals[group] ?? 0) + 1;
  });
  return (sums[1] ?? 0) / (totals[1] ?? 1) - (sums[0] ?? 0) / (totals[0] ?? 1);
}

function weightedMean(values: readonly number[], weights: Float64Array): number {
  let [sum, total] = [0, 0];
  values.forEach((value, at) => {
    sum += value * (weights[at] ?? 0);
    total += weights[at] ?? 0;
  });
  return sum / total;
}
