export { MissingHead } from "./bundle/dense-prediction.ts";
export { type EvaluationOptions, evaluate } from "./bundle/evaluate.ts";
export { type Decision, type Evaluation, evaluation } from "./bundle/evaluation.ts";
export { forHeads } from "./bundle/for-heads.ts";
export { InvalidWeights } from "./bundle/invalid-weights.ts";
export { type Bundle, loadModel, type Model } from "./bundle/load-model.ts";
export {
  InvalidManifest,
  type LatentStatistics,
  type Manifest,
  manifest,
  parseManifest,
  serializeManifest,
} from "./bundle/manifest.ts";
export type { Encoding, Network } from "./bundle/network.ts";
export { type Precision, precisions } from "./bundle/precision.ts";
export { quantizeBundle } from "./bundle/quantize-bundle.ts";
export { readSafetensors, type Safetensors, writeSafetensors } from "./bundle/safetensors.ts";
export { sha256 } from "./bundle/sha256.ts";
export { compareOperations, type OperationDifference } from "./engine/compare-operations.ts";
export { registerGradients } from "./engine/gradients.ts";
export { rawOperations } from "./engine/raw-operations.ts";
export {
  createStepRunner,
  type NamedTensors,
  NotCompiled,
  offerStepCompiler,
  type PureStep,
  type StepRunner,
} from "./engine/step-runner.ts";
export { registerWasmGradients } from "./engine/wasm-gradients.ts";
export { fitImages } from "./images/fit-images.ts";
export type { ImageBatch, ImageSet, TrainingData } from "./images/image-set.ts";
export { InvalidImageSet } from "./images/invalid-image-set.ts";
export { namedSubjects } from "./images/subjects.ts";
export type { Box, Detection, Segmentation } from "./images/targets.ts";
export { activeUnits } from "./latent/active-units.ts";
export {
  type Contributions,
  centredHead,
  contributions,
  exactLogit,
  exactLogits,
  type Head,
} from "./latent/contributions.ts";
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
  alignedAttributes,
  type Erasing,
  erasing,
  type ObjectiveTerm,
  objectiveTerm,
} from "./objective/objective-term.ts";
export { type RandomSource, randomSource } from "./random/random-source.ts";
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
