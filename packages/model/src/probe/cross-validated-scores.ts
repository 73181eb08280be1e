import { purpose } from "../random/purpose.ts";
import { randomSource } from "../random/random-source.ts";
import { shuffle } from "../random/shuffle.ts";

/** Learns to tell two values apart; gives scores of other cases `[m]`. */
export type FitProbe = (
  codes: Float32Array,
  latentDim: number,
  members: Int32Array,
) => { score(codes: Float32Array): Float64Array };

/**
 * Fold of every case `[n]`, with all cases of a subject in one, and each kind of case spread over the folds.
 * @param strata `[n]`, what the folds are to hold alike; @param subjects `[n]`
 */
export function subjectFolds(
  strata: ArrayLike<number>,
  subjects: ArrayLike<string> | undefined,
  folds: number,
  seed: number,
): Int32Array {
  const order = Int32Array.from({ length: strata.length }, (_, row) => row);
  shuffle(order, randomSource(seed, purpose.folds).below);
  const ofSubject = new Map<string, number>();
  const next = new Map<number, number>();
  const fold = new Int32Array(strata.length);
  for (const row of order) {
    const subject = subjects?.[row];
    let chosen = subject === undefined ? undefined : ofSubject.get(subject);
    if (chosen === undefined) {
      const stratum = strata[row] ?? 0;
      chosen = (next.get(stratum) ?? 0) % folds;
      next.set(stratum, chosen + 1);
      if (subject !== undefined) ofSubject.set(subject, chosen);
    }
    fold[row] = chosen;
  }
  return fold;
}

/**
 * Each case's score by a probe that saw neither the case nor its subject `[n]`.
 * @param codes `[n, latentDim]`; @param members `[n]`, 0 or 1, of both more than there are folds
 */
export function crossValidatedScores(
  fit: FitProbe,
  codes: Float32Array,
  latentDim: number,
  members: Int32Array,
  fold: Int32Array,
): Float64Array {
  const scores = new Float64Array(members.length);
  const folds = Math.max(...fold) + 1;
  for (let held = 0; held < folds; held++) {
    const inside = [...fold.keys()].filter((row) => fold[row] !== held);
    const outside = [...fold.keys()].filter((row) => fold[row] === held);
    const probe = fit(
      rowsOf(codes, latentDim, inside),
      latentDim,
      Int32Array.from(inside, (row) => members[row] ?? 0),
    );
    const found = probe.score(rowsOf(codes, latentDim, outside));
    outside.forEach((row, place) => {
      scores[row] = found[place] ?? 0;
    });
  }
  return scores;
}

/** Some rows of a table `[rows, latentDim]`. */
export function rowsOf(codes: Float32Array, latentDim: number, rows: ArrayLike<number>): Float32Array {
  const picked = new Float32Array(rows.length * latentDim);
  for (let place = 0; place < rows.length; place++) {
    const from = (rows[place] ?? 0) * latentDim;
    picked.set(codes.subarray(from, from + latentDim), place * latentDim);
  }
  return picked;
}
