import { NotEnoughDataError } from "../metrics/metric-errors.ts";
import { fitLogisticRegression } from "../probe/logistic-regression.ts";
import type { RandomSource } from "../random/random-source.ts";
import type { FactorData, Represent } from "./factor-data.ts";

import type { Table } from "./table.ts";

export interface ZDiffOptions {
  /** Pairs that one mean difference is taken from: 64. */
  batch?: number;
  trainPoints?: number;
  testPoints?: number;
}

/** Mean differences and the factor that was shared. */
export interface SharedFactorPoints {
  /** `[n, latents]` */
  differences: Table;
  /** `[n]` */
  factors: Int32Array;
}

export interface ZDiffScore {
  /** Accuracy on other points, 0…1; chance is 1 / factors. */
  score: number;
  trainScore: number;
}

/**
 * Z-diff, the β-VAE metric (Higgins et al. 2017; settings of Locatello et al. 2019): which factor two images share is guessed by
 * a linear classifier (logistic regression) from the mean absolute difference of codes over 64 such pairs.
 */
export async function computeZDiffScore<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  { batch = 64, trainPoints = 10_000, testPoints = 5000 }: ZDiffOptions = {},
): Promise<ZDiffScore> {
  const { train, test } = data.split(random);
  const collect = async (from: FactorData<Observations>, count: number): Promise<SharedFactorPoints> => {
    const factors = Int32Array.from({ length: count }, () => random.below(data.factors.length));
    const rows: number[][] = [];
    for (const factor of factors) {
      const [first, second] = from.samplePairs(factor, batch, random);
      rows.push(meanDifference(await represent(first), await represent(second)));
    }
    const differences = { rows: count, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
    return { differences, factors };
  };
  return zDiffScore(await collect(train, trainPoints), await collect(test, testPoints), data.factors.length);
}

/** Mean over rows of the absolute difference of codes. @param first `[n, latents]`; @param second `[n, latents]` */
export function meanDifference(first: Table, second: Table): number[] {
  const sums = new Array<number>(first.columns).fill(0);
  for (let place = 0; place < first.values.length; place++) {
    const latent = place % first.columns;
    sums[latent] = (sums[latent] ?? 0) + Math.abs((first.values[place] ?? 0) - (second.values[place] ?? 0));
  }
  return sums.map((sum) => sum / first.rows);
}

/** @throws NotEnoughDataError without points to fit or to score */
export function zDiffScore(train: SharedFactorPoints, test: SharedFactorPoints, factorCount: number): ZDiffScore {
  if (train.factors.length === 0 || test.factors.length === 0) {
    throw new NotEnoughDataError("zDiffScore", `${train.factors.length} and ${test.factors.length} points.`);
  }
  const { classify } = fitLogisticRegression(train.differences, train.factors, factorCount);
  const accuracy = ({ differences, factors }: SharedFactorPoints) => {
    const predicted = classify(differences);
    return factors.reduce((right, factor, i) => right + (factor === predicted[i] ? 1 : 0), 0) / factors.length;
  };
  return { score: accuracy(test), trainScore: accuracy(train) };
}
