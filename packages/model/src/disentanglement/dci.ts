import type { RandomSource } from "../random/random-source.ts";
import { type CodedSample, drawCoded } from "./coded-sample.ts";
import type { FactorData, Represent } from "./factor-data.ts";
import { lassoImportance } from "./lasso-importance.ts";
import { checkCodes } from "./table.ts";

export interface DisentanglementCompleteness {
  /** 1 when each latent matters to one factor only; mean over latents, weighted by how much they matter. */
  disentanglement: number;
  /** 1 when each factor needs one latent only; mean over factors, weighted likewise. */
  completeness: number;
}

export interface Dci extends DisentanglementCompleteness {
  /** How importance was measured. Scores of different methods are not comparable. */
  method: "lasso";
  /** `[factors]` R² of ordered and continuous factors, accuracy of categorical ones; on other samples. */
  informativeness: number[];
  /** `[latents][factors]` */
  importance: number[][];
  samples: { train: number; test: number };
}

/**
 * Disentanglement and completeness of an importance matrix (Eastwood & Williams 2018, as in disentanglement_lib): 1 − entropy of
 * each row (column) of the matrix, to the base of its length.
 *
 * @param importance `[latents][factors]`, ≥ 0; where all are 0 they count as equal
 */
export function disentanglementCompleteness(importance: readonly (readonly number[])[]): DisentanglementCompleteness {
  const columns = (importance[0] ?? []).map((_, factor) => importance.map((row) => row[factor] ?? 0));
  return { disentanglement: weightedPurity(importance), completeness: weightedPurity(columns) };
}

/** DCI with importances by lasso; disentanglement_lib takes gradient boosted trees, which also see what is not linear. */
export function dci(train: CodedSample, test: CodedSample): Dci {
  checkCodes("dci", train.codes, train.factors);
  checkCodes("dci", test.codes, test.factors);
  const { importance, informativeness } = lassoImportance(train, test);
  return {
    method: "lasso",
    ...disentanglementCompleteness(importance),
    informativeness,
    importance,
    samples: { train: train.codes.rows, test: test.codes.rows },
  };
}

/** The same on 10,000 fresh samples to fit and 5,000 to score, or as many as there are. */
export async function computeDci<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  samples = { train: 10_000, test: 5000 },
): Promise<Dci> {
  const [train, test] = await drawCoded(data, represent, random, samples);
  return dci(train, test);
}

/** Mean of 1 − entropy over rows, weighted by their sums. */
function weightedPurity(rows: readonly (readonly number[])[]): number {
  const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = sums.reduce((sum, value) => sum + value, 0);
  return rows.reduce(
    (mean, row, i) => mean + purity(row) * (total === 0 ? 1 / rows.length : (sums[i] ?? 0) / total),
    0,
  );
}

function purity(row: readonly number[]): number {
  // As in disentanglement_lib: so that a row of zeros is as impure as can be.
  const values = row.map((value) => value + 1e-11);
  const sum = values.reduce((total, value) => total + value, 0);
  const entropy = values.reduce((nats, value) => nats - (value / sum) * Math.log(value / sum), 0);
  return row.length < 2 ? 1 : 1 - entropy / Math.log(row.length);
}
