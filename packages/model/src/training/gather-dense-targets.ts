import * as tf from "@tensorflow/tfjs-core";
import type { ImageSet } from "../images/image-set.ts";
import type { Pixels } from "../images/pixels.ts";
import type { ModelConfig } from "../network/model-config.ts";
import type { DenseTargets } from "./dense-targets.ts";

/**
 * Masks and boxes of batches for the heads that a network has.
 * @param set fitted to the network, with what its heads learn
 * @returns for the rows `[batchSize]` of a batch, its tensors; the caller disposes of them
 */
export function createDenseGatherer(model: ModelConfig, set: ImageSet): (rows: Int32Array) => DenseTargets {
  const masks = model.maskClasses.length > 0 ? set.segmentation?.masks : undefined;
  const boxes = model.boxClasses.length > 0 ? set.detection?.boxes : undefined;
  // The same room in every batch, as steps have fixed shapes.
  const most = (boxes ?? []).reduce((largest, ofImage) => Math.max(largest, ofImage?.length ?? 0), 1);
  return (rows) => ({
    ...(masks ? { masks: gatherMasks(masks, rows, model.inputSize) } : {}),
    ...(boxes ? gatherBoxes(boxes, rows, most) : {}),
  });
}

function gatherMasks(masks: Pixels, rows: Int32Array, size: number): tf.Tensor4D {
  const area = size * size;
  const values = new Float32Array(rows.length * area);
  rows.forEach((row, place) => {
    values.set(masks.subarray(row * area, (row + 1) * area), place * area);
  });
  return tf.tensor4d(values, [rows.length, size, size, 1]);
}

function gatherBoxes(
  boxes: NonNullable<ImageSet["detection"]>["boxes"],
  rows: Int32Array,
  most: number,
): Required<Pick<DenseTargets, "boxes" | "looked">> {
  const values = new Float32Array(rows.length * most * 5).fill(-1);
  const looked = new Float32Array(rows.length);
  rows.forEach((row, place) => {
    const ofImage = boxes[row] ?? null;
    looked[place] = ofImage === null ? 0 : 1;
    ofImage?.forEach(({ classIndex, left, top, width, height }, index) => {
      values.set([classIndex, left, top, width, height], (place * most + index) * 5);
    });
  });
  return { boxes: tf.tensor3d(values, [rows.length, most, 5]), looked: tf.tensor1d(looked) };
}
