/** What can be read from latents: linear and non-linear probes, and directions. */
export { type BoostedTrees, fitBoostedTrees } from "./boosted-trees.ts";
export { crossValidatedScores, type FitProbe, rowsOf, subjectFolds } from "./cross-validated-scores.ts";
export {
  type DiscriminantOptions,
  type GroupContrast,
  groupContrast,
  linearDiscriminant,
} from "./linear-discriminant.ts";
export { fitLinearProbe, type LinearProbe, project } from "./linear-probe.ts";
