import { bootstrapAuroc, type Estimate } from "../metrics/index.ts";
import { fitBoostedTrees } from "../probe/boosted-trees.ts";
import { crossValidatedScores, type FitProbe, rowsOf, subjectFolds } from "../probe/cross-validated-scores.ts";
import { fitLinearProbe } from "../probe/linear-probe.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import type { AttributeColumn } from "./attribute-column.ts";
import type { AttributeUse } from "./bias-report.ts";

/** More cases tell a probe little more and cost as much. */
const mostCases = 5000;
const folds = 5;

/** Codes of cases of subjects. */
export interface Coded {
  latentDim: number;
  /** `[n, latentDim]` */
  codes: Float32Array;
  /** `[n]`; left out where every case is its own */
  subjects: readonly string[] | undefined;
}

/**
 * How well an attribute is read from mu: AUROC of a linear probe and of boosted trees on cases of other subjects. Of several values
 * each against the others, and the mean of that.
 * @returns null where a value has fewer cases than `fewest`, or than there are folds
 */
export function encodingOf(
  coded: Coded,
  { of, values }: AttributeColumn,
  { seed, draws, fewest }: { seed: number; draws: number; fewest: number },
): AttributeUse["encoding"] {
  const known = [...of.keys()].filter((row) => (of[row] ?? -1) >= 0);
  const order = shuffledIndices(known.length, seed).subarray(0, mostCases);
  const rows = Array.from(order, (place) => known[place] ?? 0).sort((a, b) => a - b);
  const value = Int32Array.from(rows, (row) => of[row] ?? 0);
  const present = values.map((_, v) => value.reduce((n, one) => (one === v ? n + 1 : n), 0));
  const usable = [...present.keys()].filter((v) => (present[v] ?? 0) >= Math.max(folds, fewest));
  if (usable.length < 2) return null;
  const codes = rowsOf(coded.codes, coded.latentDim, rows);
  const subjects = coded.subjects && rows.map((row) => coded.subjects?.[row] ?? "");
  const fold = subjectFolds(value, subjects, folds, seed);
  const asked = usable.length === 2 ? usable.slice(1) : usable;
  const score = (fit: FitProbe): Estimate =>
    meanOf(
      asked.map((v) => {
        const members = value.map((one) => (one === v ? 1 : 0));
        const scores = crossValidatedScores(fit, codes, coded.latentDim, members, fold);
        return bootstrapAuroc(scores, members, { seed, draws, ...(subjects ? { subjects } : {}) });
      }),
    );
  return { linear: score(fitLinearProbe), nonLinear: score(fitBoostedTrees), n: rows.length };
}

/** Mean of several estimates; the mean of their bounds is wider than its own interval would be, never narrower. */
function meanOf(estimates: readonly Estimate[]): Estimate {
  const mean = (part: (estimate: Estimate) => number): number =>
    estimates.reduce((sum, one) => sum + part(one), 0) / estimates.length;
  return { value: mean(({ value }) => value), interval: [mean((e) => e.interval[0]), mean((e) => e.interval[1])] };
}
