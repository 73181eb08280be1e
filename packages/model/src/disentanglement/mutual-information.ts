import { type DiscreteValues, discreteValues } from "./discrete-values.ts";
import type { FactorValues } from "./factor-data.ts";
import { columnsOf, type Table } from "./table.ts";

/** How much latents and factors tell of each other, in nats. */
export interface InformationTable {
  /** `[latents][factors]` mutual information. */
  information: number[][];
  /** `[factors]` entropy: the most that a latent could tell. */
  entropy: number[];
}

/** Mutual information of every latent (in 20 bins) with every factor, from their joint counts. */
export function informationTable(codes: Table, factors: FactorValues): InformationTable {
  const latents = columnsOf(codes).map((column) => discreteValues(column, "continuous"));
  const truths = columnsOf(factors).map((column, i) =>
    discreteValues(column, factors.factors[i]?.kind ?? "continuous"),
  );
  return {
    information: latents.map((latent) => truths.map((truth) => mutualInformation(latent, truth))),
    entropy: truths.map((truth) => mutualInformation(truth, truth)),
  };
}

/** Σ p(a, b)·log(p(a, b) / (p(a)·p(b))) in nats; of a variable with itself it is the entropy. */
function mutualInformation(a: DiscreteValues, b: DiscreteValues): number {
  const n = a.ids.length;
  const joint = new Float64Array(a.count * b.count);
  const ofA = new Float64Array(a.count);
  const ofB = new Float64Array(b.count);
  for (let i = 0; i < n; i++) {
    const [idA, idB] = [a.ids[i] ?? 0, b.ids[i] ?? 0];
    joint[idA * b.count + idB] = (joint[idA * b.count + idB] ?? 0) + 1;
    ofA[idA] = (ofA[idA] ?? 0) + 1;
    ofB[idB] = (ofB[idB] ?? 0) + 1;
  }
  let sum = 0;
  joint.forEach((count, place) => {
    if (count === 0) return;
    const expected = (ofA[Math.floor(place / b.count)] ?? 0) * (ofB[place % b.count] ?? 0);
    sum += (count / n) * Math.log((count * n) / expected);
  });
  return Math.max(0, sum);
}
