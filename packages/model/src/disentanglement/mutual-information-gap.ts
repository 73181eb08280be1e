import { MetricInputError, NotEnoughDataError } from "../metrics/metric-errors.ts";
import type { RandomSource } from "../random/random-source.ts";
import type { FactorData, FactorValues, Represent } from "./factor-data.ts";
import { informationTable } from "./mutual-information.ts";
import { checkCodes, type Table } from "./table.ts";

export interface MutualInformationGap {
  /** Mean over factors, 0…1. */
  mig: number;
  /** `[factors]` */
  byFactor: number[];
  samples: number;
}

/**
 * Mutual information gap (Chen et al. 2018): by how much the latent that tells most of a factor tells more than the next
 * one, as a share of the factor's entropy. Latents (and continuous factors) in 20 bins (Locatello et al. 2019).
 *
 * @param codes `[n, latents]`, at least two latents
 * @throws NotEnoughDataError with fewer than two rows or where a factor never varies; MetricInputError for one latent
 */
export function mutualInformationGap(codes: Table, factors: FactorValues): MutualInformationGap {
  checkCodes("mutualInformationGap", codes, factors);
  if (codes.columns < 2) throw new MetricInputError("mutualInformationGap", "it needs at least two latents, got 1.");
  const { information, entropy } = informationTable(codes, factors);
  const byFactor = entropy.map((nats, factor) => {
    if (nats === 0) {
      throw new NotEnoughDataError("mutualInformationGap", `"${factors.factors[factor]?.name}" has one value only.`);
    }
    const [most = 0, next = 0] = information.map((row) => row[factor] ?? 0).sort((a, b) => b - a);
    return (most - next) / nats;
  });
  return { mig: byFactor.reduce((sum, gap) => sum + gap, 0) / byFactor.length, byFactor, samples: codes.rows };
}

/** The same on 10,000 fresh samples, or as many as there are. */
export async function computeMutualInformationGap<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  samples = 10_000,
): Promise<MutualInformationGap> {
  const { observations, factors } = data.sample(samples, random);
  return mutualInformationGap(await represent(observations), factors);
}
