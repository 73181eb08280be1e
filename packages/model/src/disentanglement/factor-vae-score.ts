import { NotEnoughDataError } from "../metrics/metric-errors.ts";
import type { RandomSource } from "../random/random-source.ts";
import type { FactorData, Represent } from "./factor-data.ts";
import { columnsOf, type Table } from "./table.ts";

/** Latents whose codes deviate less than this over the data are out of the vote. */
const LEAST_DEVIATION = 0.05;

export interface FactorVaeOptions {
  /** 64 images that share one factor make a vote. */
  batch?: number;
  trainVotes?: number;
  testVotes?: number;
  /** Samples that the variance of each latent is taken from. */
  varianceSamples?: number;
}

/** A factor that was held fixed, and the latent that varied least. */
export interface Vote {
  factor: number;
  latent: number;
}

export interface FactorVaeScore {
  /** Accuracy on votes that the classifier was not made from, 0…1; 0 when no latent varies. */
  score: number;
  trainScore: number;
  activeLatents: number;
}

/**
 * The FactorVAE metric (Kim & Mnih 2018; settings of Locatello et al. 2019): hold a factor fixed, see which latent varies least
 * against its usual variance, and guess the factor from it by the majority of other such votes.
 */
export async function computeFactorVaeScore<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  { batch = 64, trainVotes = 10_000, testVotes = 5000, varianceSamples = 10_000 }: FactorVaeOptions = {},
): Promise<FactorVaeScore> {
  const variances = sampleVariances(await represent(data.sample(varianceSamples, random).observations));
  const active = activeLatentsOf(variances);
  if (active.length === 0) return { score: 0, trainScore: 0, activeLatents: 0 };
  const { train, test } = data.split(random);
  const collect = async (from: FactorData<Observations>, count: number): Promise<Vote[]> => {
    const votes: Vote[] = [];
    for (let i = 0; i < count; i++) {
      const factor = random.below(data.factors.length);
      const codes = await represent(from.sampleSharing(factor, batch, random));
      votes.push({ factor, latent: leastVaryingLatent(codes, variances, active) });
    }
    return votes;
  };
  const scores = majorityVoteAccuracy(await collect(train, trainVotes), await collect(test, testVotes));
  return { ...scores, activeLatents: active.length };
}

/** Unbiased variance of every latent. @param codes `[n, latents]`, n ≥ 2 */
export function sampleVariances(codes: Table): number[] {
  if (codes.rows < 2) throw new NotEnoughDataError("factorVaeScore", `A variance of ${codes.rows} rows.`);
  return columnsOf(codes).map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (column.length - 1);
  });
}

export function activeLatentsOf(variances: readonly number[]): number[] {
  return [...variances.keys()].filter((latent) => Math.sqrt(variances[latent] ?? 0) >= LEAST_DEVIATION);
}

/** Of the active latents the one with the least share of its usual variance; the first of equal ones. */
export function leastVaryingLatent(codes: Table, variances: readonly number[], active: readonly number[]): number {
  const shares = sampleVariances(codes).map((variance, latent) => variance / (variances[latent] ?? 1));
  return active.reduce((best, latent) => ((shares[latent] ?? 0) < (shares[best] ?? 0) ? latent : best), active[0] ?? 0);
}

/** Each latent stands for the factor that most training votes gave it; of equal ones the first. */
export function majorityVoteAccuracy(
  train: readonly Vote[],
  test: readonly Vote[],
): { score: number; trainScore: number } {
  const counts = new Map<number, number[]>();
  for (const { factor, latent } of train) {
    const ofLatent = counts.get(latent) ?? [];
    ofLatent[factor] = (ofLatent[factor] ?? 0) + 1;
    counts.set(latent, ofLatent);
  }
  const majority = new Map(
    [...counts].map(([latent, ofLatent]) => {
      const all = Array.from(ofLatent, (count = 0) => count);
      return [latent, all.indexOf(Math.max(...all))];
    }),
  );
  const accuracy = (votes: readonly Vote[]) =>
    votes.filter(({ factor, latent }) => factor === (majority.get(latent) ?? 0)).length / votes.length;
  return { score: accuracy(test), trainScore: accuracy(train) };
}
