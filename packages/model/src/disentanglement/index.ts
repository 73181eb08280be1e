/** A part of its own: whoever measures models needs it, no page does. */
export { computeDci, type Dci, dci } from "./dci.ts";
export type { Factor, FactorData, FactorSample, FactorValues, Represent } from "./factor-data.ts";
export { computeFactorVaeScore, type FactorVaeOptions, type FactorVaeScore } from "./factor-vae-score.ts";
export { fixedData, representRows } from "./fixed-data.ts";
export { type FactorGenerator, generatedData } from "./generated-data.ts";
export { computeModularity, type Modularity, modularity } from "./modularity.ts";
export {
  computeMutualInformationGap,
  type MutualInformationGap,
  mutualInformationGap,
} from "./mutual-information-gap.ts";
export {
  computeSeparatedAttributePredictability,
  type SeparatedAttributePredictability,
  separatedAttributePredictability,
} from "./separated-attribute-predictability.ts";
export { computeZDiffScore, type ZDiffOptions, type ZDiffScore, zDiffScore } from "./z-diff-score.ts";
