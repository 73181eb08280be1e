import type { RandomSource } from "../random/random-source.ts";
import type { Table } from "./table.ts";

/** One way in which images differ, and what its numbers mean. */
export interface Factor {
  name: string;
  /** "categorical": whole numbers without an order (site); "ordered": whole numbers with one (scale); "continuous": any (age). */
  kind: "categorical" | "ordered" | "continuous";
}

/** Values of all factors, a column a factor. */
export interface FactorValues extends Table {
  factors: readonly Factor[];
}

export interface FactorSample<Observations> {
  observations: Observations;
  factors: FactorValues;
}

/**
 * Where a metric of disentanglement draws from: a generator with known factors (`generatedData`), or a labelled set
 * (`fixedData`). What an observation is (pixels, row numbers) only `represent` needs to know.
 */
export interface FactorData<Observations> {
  factors: readonly Factor[];
  /** At most `count` observations with their factors. */
  sample(count: number, random: RandomSource): FactorSample<Observations>;
  /** `count` observations that all have the same value of one factor. */
  sampleSharing(factor: number, count: number, random: RandomSource): Observations;
  /** `count` pairs, each with a value of its own that both share. */
  samplePairs(factor: number, count: number, random: RandomSource): [Observations, Observations];
  /** Where to fit from and where to score from. */
  split(random: RandomSource): { train: FactorData<Observations>; test: FactorData<Observations> };
}

/** Codes (the mean of the posterior) of observations, `[count, latents]`. */
export type Represent<Observations> = (observations: Observations) => Table | Promise<Table>;
