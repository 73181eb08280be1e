export { accuracy } from "./accuracy.ts";
export { auroc } from "./auroc.ts";
export { averagePrecision } from "./average-precision.ts";
export { balancedAccuracy } from "./balanced-accuracy.ts";
export { bootstrapAuroc, bootstrapMulticlassAuroc } from "./bootstrap-auroc.ts";
export { brier, multiclassBrier } from "./brier.ts";
export { type ChosenThreshold, chooseThreshold } from "./choose-threshold.ts";
export { confusionMatrix } from "./confusion-matrix.ts";
export { delongAuroc } from "./delong.ts";
export { type DelongTest, delongTest } from "./delong-test.ts";
export { expectedCalibrationError } from "./expected-calibration-error.ts";
export { f1Score } from "./f1-score.ts";
export { holmCorrection } from "./holm-correction.ts";
export { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";
export { type MulticlassAurocOptions, multiclassAuroc } from "./multiclass-auroc.ts";
export { multilabelAccuracy, multilabelAuroc } from "./multilabel.ts";
export { sensitivity, specificity } from "./operating-point.ts";
export {
  type PermutationOptions,
  type PermutationTest,
  pairedPermutationTest,
  permutationTest,
} from "./permutation-test.ts";
export { predictedClasses, thresholded } from "./predicted-classes.ts";
export { psnr } from "./psnr.ts";
export { type RocPoint, rocCurve } from "./roc-curve.ts";
export { type SsimOptions, ssim } from "./ssim.ts";
export { type BootstrapOptions, type Estimate, stratifiedBootstrap } from "./stratified-bootstrap.ts";
