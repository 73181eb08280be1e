/** What describes a model and its training, without a tensor in it: for forms and pages that never run a network. */
export type { Decision, Evaluation } from "./bundle/evaluation.ts";
export { manifest } from "./bundle/manifest.ts";
export { estimateModel, type ModelEstimate } from "./network/estimate-model.ts";
export { type InputSize, inputSizes, inputSizesOf, type SizeName, sizeNames } from "./network/model-config.ts";
export { type ConsistencyMethod, consistencyMethods, defaultConsistency } from "./objective/consistency-term.ts";
export { defaultErasing, erasing } from "./objective/erasing.ts";
export { type OnnxPart, onnxExportVersion, onnxOpset, onnxPartsOf } from "./onnx/parts.ts";
export { forFewLabels, withLabelledRows } from "./training/semi-supervised.ts";
export { defaultTrainingConfig, type TrainingConfig, trainingConfig } from "./training/training-config.ts";
export { type SplitSizes, trainingWork } from "./training/training-work.ts";
export { pretrainingConfig } from "./transfer/pretraining-config.ts";
export { type Tuning, tunings } from "./transfer/transfer-config.ts";
export { transferringConfig } from "./transfer/transferring-config.ts";
