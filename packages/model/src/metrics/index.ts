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
export { bootstrapDetection } from "./detection/bootstrap-detection.ts";
export type { Box, DetectedBox, ReferenceBox } from "./detection/boxes.ts";
export { boxIou } from "./detection/boxes.ts";
export { type CocoScores, cocoScores } from "./detection/coco-scores.ts";
export { type DetectionScores, detectionScores } from "./detection/detection-scores.ts";
export { type DetectionImage, matchDetections } from "./detection/match-detections.ts";
export { calibrationErrorOf, expectedCalibrationError } from "./expected-calibration-error.ts";
export { f1Score } from "./f1-score.ts";
export { fitTemperature } from "./fit-temperature.ts";
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
export { aggregatedJaccardIndex } from "./segmentation/aggregated-jaccard-index.ts";
export { type HausdorffOptions, hausdorffDistance } from "./segmentation/hausdorff-distance.ts";
export { type InstanceOverlaps, matchInstances } from "./segmentation/match-instances.ts";
export { type Overlap, overlap } from "./segmentation/overlap.ts";
export { type PanopticQuality, panopticQuality } from "./segmentation/panoptic-quality.ts";
export { type SsimOptions, ssim } from "./ssim.ts";
export { type BootstrapOptions, type Estimate, stratifiedBootstrap } from "./stratified-bootstrap.ts";
