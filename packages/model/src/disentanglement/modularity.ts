import { MetricInputError } from "../metrics/metric-errors.ts";
import type { RandomSource } from "../random/random-source.ts";
import type { FactorData, FactorValues, Represent } from "./factor-data.ts";
import { informationTable } from "./mutual-information.ts";
import { checkCodes, type Table } from "./table.ts";

export interface Modularity {
  /** Mean over latents, 0…1. */
  modularity: number;
  /** `[latents]`; 0 for one that tells nothing of any factor. */
  byLatent: number[];
  samples: number;
}

/**
 * Modularity (Ridgeway & Mozer 2018, as in disentanglement_lib): 1 when each latent tells of one factor only. With θ the
 * mutual information of a latent and its factor, 1 − Σ_others I² / (θ²·(factors − 1)).
 *
 * @param codes `[n, latents]`; at least two factors
 * @throws NotEnoughDataError with fewer than two rows; MetricInputError for one factor
 */
export function modularity(codes: Table, factors: FactorValues): Modularity {
  checkCodes("modularity", codes, factors);
  if (factors.columns < 2) throw new MetricInputError("modularity", "it needs at least two factors, got 1.");
  const byLatent = informationTable(codes, factors).information.map((row) => {
    const squares = row.map((nats) => nats * nats);
    const most = Math.max(...squares);
    if (most === 0) return 0;
    const others = squares.reduce((sum, square) => sum + square, 0) - most;
    return 1 - others / (most * (row.length - 1));
  });
  return {
    modularity: byLatent.reduce((sum, value) => sum + value, 0) / byLatent.length,
    byLatent,
    samples: codes.rows,
  };
}

/** The same on 10,000 fresh samples, or as many as there are. */
export async function computeModularity<Observations>(
  data: FactorData<Observations>,
  represent: Represent<Observations>,
  random: RandomSource,
  samples = 10_000,
): Promise<Modularity> {
  const { observations, factors } = data.sample(samples, random);
  return modularity(await represent(observations), factors);
}
