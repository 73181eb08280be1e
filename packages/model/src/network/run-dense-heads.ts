import type * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "./architecture.ts";
import { type DetectionMaps, detectionStride, runDetection } from "./detection-head.ts";
import type { FeatureMaps } from "./encode.ts";
import type { LayerRunner } from "./layer-runner.ts";
import { runMerge } from "./merge-units.ts";

/** What the heads give; null without the head. */
export interface DenseOutputs {
  /** Logits of the classes of each pixel `[n, inputSize, inputSize, maskClasses]` */
  maskLogits: tf.Tensor4D | null;
  detection: DetectionMaps | null;
}

/** @param maps of the encoder, see `featureMaps` */
export function runDenseHeads(
  { merge, segmentation, detection, config }: Architecture,
  runner: LayerRunner,
  { last, bySide }: FeatureMaps,
): DenseOutputs {
  const merged = runMerge(merge, runner, last, bySide);
  const finest = merged.at(-1);
  const ofBoxes = merged[merge.findIndex(({ side }) => side === config.inputSize / detectionStride)];
  return {
    maskLogits: segmentation && finest ? runner.convolve(segmentation, finest) : null,
    detection: detection && ofBoxes ? runDetection(detection, runner, ofBoxes) : null,
  };
}
