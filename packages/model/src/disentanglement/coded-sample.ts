import type { RandomSource } from "../random/random-source.ts";
import type { FactorData, FactorValues, Represent } from "./factor-data.ts";
import type { Table } from "./table.ts";

/** Codes and factors of the same rows. */
export interface CodedSample {
  /** `[n, latents]` */
  codes: Table;
  factors: FactorValues;
}

/** Samples to fit and to score, with their codes. */
export async function drawCoded<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  samples: { train: number; test: number },
): Promise<[train: CodedSample, test: CodedSample]> {
  const parts = data.split(random);
  const train = parts.train.sample(samples.train, random);
  const test = parts.test.sample(samples.test, random);
  return [
    { codes: await represent(train.observations), factors: train.factors },
    { codes: await represent(test.observations), factors: test.factors },
  ];
}
