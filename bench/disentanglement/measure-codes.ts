import { computeDci } from "../../packages/model/src/disentanglement/dci.ts";
import type { FactorData } from "../../packages/model/src/disentanglement/factor-data.ts";
import { computeFactorVaeScore } from "../../packages/model/src/disentanglement/factor-vae-score.ts";
import { representRows } from "../../packages/model/src/disentanglement/fixed-data.ts";
import { computeModularity } from "../../packages/model/src/disentanglement/modularity.ts";
import { computeMutualInformationGap } from "../../packages/model/src/disentanglement/mutual-information-gap.ts";
import { computeSeparatedAttributePredictability } from "../../packages/model/src/disentanglement/separated-attribute-predictability.ts";
import type { Table } from "../../packages/model/src/disentanglement/table.ts";
import { computeZDiffScore } from "../../packages/model/src/disentanglement/z-diff-score.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";

/** Each 0…1, higher is better. */
export interface DisentanglementScores {
  mig: number;
  sap: number;
  /** Of DCI by lasso; informativeness is its mean over factors. */
  disentanglement: number;
  completeness: number;
  informativeness: number;
  modularity: number;
  factorVae: number;
  zDiff: number;
}

/** Samples and votes of each metric. */
export interface MetricEffort {
  train: number;
  test: number;
}

/** Those of Locatello et al. 2019. */
const paperEffort: MetricEffort = { train: 10_000, test: 5000 };

/** Every metric on the codes of all combinations. @param codes `[combinations, latents]` */
export async function measureCodes(
  data: FactorData<Int32Array>,
  codes: Table,
  seed: number,
  effort: MetricEffort = paperEffort,
): Promise<DisentanglementScores> {
  const represent = representRows(codes);
  const random = (metric: number) => randomSource(seed, metric);
  const dci = await computeDci(data, represent, random(1), effort);
  const votes = { trainVotes: effort.train, testVotes: effort.test, varianceSamples: effort.train };
  const points = { trainPoints: effort.train, testPoints: effort.test };
  return {
    mig: (await computeMutualInformationGap(data, represent, random(2), effort.train)).mig,
    sap: (await computeSeparatedAttributePredictability(data, represent, random(3), effort)).sap,
    disentanglement: dci.disentanglement,
    completeness: dci.completeness,
    informativeness: dci.informativeness.reduce((sum, value) => sum + value, 0) / dci.informativeness.length,
    modularity: (await computeModularity(data, represent, random(4), effort.train)).modularity,
    factorVae: (await computeFactorVaeScore(data, represent, random(5), votes)).score,
    zDiff: (await computeZDiffScore(data, represent, random(6), points)).score,
  };
}
