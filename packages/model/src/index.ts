export { denseScores } from "./bias/dense-scores.ts";
export { classGroupView } from "./bundle/class-group-view.ts";
export { MissingHead } from "./bundle/dense-prediction.ts";
export { type EvaluationOptions, evaluate } from "./bundle/evaluate.ts";
export { type Decision, type Evaluation, evaluation } from "./bundle/evaluation.ts";
export { forHeads } from "./bundle/for-heads.ts";
export { type ImageResult, type ImageTargets, resultOfImage } from "./bundle/image-result.ts";
export { InvalidWeights } from "./bundle/invalid-weights.ts";
export { loadModel, type Model } from "./bundle/load-model.ts";
export {
  InvalidManifest,
  type LatentStatistics,
  type Manifest,
  manifest,
  parseManifest,
  serializeManifest,
  type TrainedOn,
} from "./bundle/manifest.ts";
export type { Encoding, Network } from "./bundle/network.ts";
export type { Bundle } from "./bundle/open-bundle.ts";
export { type Precision, precisions } from "./bundle/precision.ts";
export { quantizeBundle } from "./bundle/quantize-bundle.ts";
export { readSafetensors, type Safetensors, writeSafetensors } from "./bundle/safetensors.ts";
export { sha256 } from "./bundle/sha256.ts";
export { withPreset } from "./debias/preset-network.ts";
export { compareOperations, type OperationDifference } from "./engine/compare-operations.ts";
export { registerGradients } from "./engine/gradients.ts";
export { rawOperations } from "./engine/raw-operations.ts";
export {
  createEagerRunner,
  createStepRunner,
  type NamedTensors,
  NotCompiled,
  offerStepCompiler,
  type PureStep,
  type StepCompiler,
  type StepRunner,
} from "./engine/step-runner.ts";
export { registerWasmGradients } from "./engine/wasm-gradients.ts";
export { checkExplanations, type ExplanationCheckInput } from "./explain/check-explanations.ts";
export type { ClassContrast } from "./explain/class-contrast.ts";
export { classProbabilities, classProbability } from "./explain/class-probability.ts";
export type { ExplanationCheck } from "./explain/explanation-check.ts";
export { gradCam } from "./explain/grad-cam.ts";
export { type LatentShift, latentShift } from "./explain/latent-shift.ts";
export { coveredImages } from "./explain/occlusion.ts";
export { fitImages } from "./images/fit-images.ts";
export { fitBoxes, fitMasks } from "./images/fit-targets.ts";
export type { ImageBatch, ImageSet, TrainingData } from "./images/image-set.ts";
export { InvalidImageSet } from "./images/invalid-image-set.ts";
export { keepLabels, type LabelAmount, labelledOnly } from "./images/keep-labels.ts";
export { classGroupsOf, mergeImageSets, type NamedSet } from "./images/merge-image-sets.ts";
export type { Pixels } from "./images/pixels.ts";
export type { Box, Detection, Segmentation } from "./images/targets.ts";
export { activeUnits } from "./latent/active-units.ts";
export type { KnownColumn } from "./latent/atlas/associations.ts";
export type { Atlas } from "./latent/atlas/atlas.ts";
export { type AtlasInput, makeAtlas } from "./latent/atlas/make-atlas.ts";
export {
  type Contributions,
  centredHead,
  contributions,
  exactLogit,
  exactLogits,
  type Head,
} from "./latent/contributions.ts";
export type { Direction } from "./latent/direction/direction.ts";
export { type DirectionInput, makeDirection, TooFewForDirection } from "./latent/direction/make-direction.ts";
export { emptyLatentRows, type LatentRows, packLatentRows, unpackLatentRows } from "./latent/latent-rows.ts";
export type { LatentMap } from "./latent/map/latent-map.ts";
export { type LatentMapInput, makeLatentMap } from "./latent/map/make-latent-map.ts";
export { probabilities } from "./latent/probabilities.ts";
export { inactiveKl, type LatentEffect, latentsByEffect, traversalCodes, traversalValues } from "./latent/traversal.ts";
export * from "./metrics/index.ts";
export { estimateModel, type ModelEstimate } from "./network/estimate-model.ts";
export {
  defaultModelConfig,
  type InputSize,
  inputSizes,
  inputSizesOf,
  type ModelConfig,
  modelConfig,
  type SizeName,
  sizeNames,
} from "./network/model-config.ts";
export {
  type ConsistencyMethod,
  consistencyMethods,
  defaultConsistency,
} from "./objective/consistency-term.ts";
export { defaultErasing, type Erasing, erasing } from "./objective/erasing.ts";
export {
  alignedAttributes,
  neededAttributes,
  type ObjectiveTerm,
  objectiveTerm,
} from "./objective/objective-term.ts";
export { imageDigests } from "./overlap/image-digests.ts";
export { OverlapRefused, refuseOverlap } from "./overlap/refuse-overlap.ts";
export { InvalidSeenList, type SeenList, saltOf, seenIn, writeSeenList } from "./overlap/seen-list.ts";
export { type RandomSource, randomSource } from "./random/random-source.ts";
export { hashOfData } from "./training/hash-of-data.ts";
export { semiSupervised, withLabelledRows } from "./training/semi-supervised.ts";
export { type TrainingRequest, train } from "./training/train.ts";
export {
  type Augmentation,
  augmentation,
  defaultTrainingConfig,
  type TrainingConfig,
  type TrainingConfigRequest,
  trainingConfig,
} from "./training/training-config.ts";
export { CheckpointMismatch, TrainingCancelled, TrainingDiverged } from "./training/training-errors.ts";
export type {
  ReconstructionStrip,
  StepLosses,
  TrainingEvent,
  ValidationFigures,
} from "./training/training-event.ts";
export { pretrainingConfig } from "./transfer/pretraining-config.ts";
export { type Tuning, tunings } from "./transfer/transfer-config.ts";
export { TransferRefused } from "./transfer/transfer-errors.ts";
export { transferringConfig } from "./transfer/transferring-config.ts";
