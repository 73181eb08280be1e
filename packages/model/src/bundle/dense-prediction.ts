import * as tf from "@tensorflow/tfjs-core";
import { createRowRunner, type RowRunner, type RowValues } from "../engine/row-runner.ts";
import type { NamedTensors } from "../engine/step-runner.ts";
import { fitImages } from "../images/fit-images.ts";
import { unfitBoxes } from "../images/fit-targets.ts";
import type { Images } from "../images/image-set.ts";
import type { Architecture } from "../network/architecture.ts";
import { decodeBoxes, type FoundBox } from "../network/decode-boxes.ts";
import { detectionStride } from "../network/detection-head.ts";
import { featureMaps } from "../network/encode.ts";
import type { LayerRunner } from "../network/layer-runner.ts";
import { runDenseHeads } from "../network/run-dense-heads.ts";
import { unitPixels } from "./unit-pixels.ts";

/** A prediction was asked for that the network has no head for. */
export class MissingHead extends Error {
  override name = "MissingHead";
}

/** Images that go through the engine at once, where nothing is compiled: their merged maps are as large as the images. */
const eagerRows = 32;

/** Masks and boxes of any number of images; see `Network`. */
export interface DensePredictor extends Pick<RowRunner, "setWeights" | "dispose"> {
  segment(images: Images): Promise<Uint8Array>;
  detect(images: Images): Promise<FoundBox[][]>;
}

/** @param runnerOf makes the network's layers of its weights */
export function createDensePredictor(
  architecture: Architecture,
  weights: NamedTensors,
  runnerOf: (weights: NamedTensors) => LayerRunner,
): DensePredictor {
  const { inputSize, channels, boxClasses } = architecture.config;
  const rowShape = [inputSize, inputSize, channels] as const;
  const heads = (given: NamedTensors, images: tf.Tensor) => {
    const runner = runnerOf(given);
    return runDenseHeads(architecture, runner, featureMaps(architecture, runner, images as tf.Tensor4D));
  };
  const segmenter = createRowRunner({
    ...{ weights, rowShape, eagerRows },
    compute(given, images) {
      const { maskLogits } = heads(given, images);
      if (maskLogits === null) throw new MissingHead("This network has no segmentation head: it learned no masks.");
      return { classes: tf.argMax(maskLogits, 3) };
    },
  });
  const detector = createRowRunner({
    ...{ weights, rowShape, eagerRows },
    compute(given, images) {
      const { detection } = heads(given, images);
      if (detection === null) throw new MissingHead("This network has no detection head: it learned no boxes.");
      return { ...detection, heat: tf.sigmoid(detection.heat) };
    },
  });
  return {
    async segment(images) {
      const area = inputSize * inputSize;
      const fitted = fitImages(images, inputSize, channels);
      const classes = new Uint8Array(images.count * area);
      await segmenter.run(
        images.count,
        (from, rows) => unitPixels(fitted, from, rows),
        (results, from) => classes.set(results("classes"), from * area),
      );
      return classes;
    },
    async detect(images) {
      const fitted = fitImages(images, inputSize, channels);
      const grid = { side: inputSize / detectionStride, classes: boxClasses.length, stride: detectionStride };
      const found: FoundBox[][] = [];
      await detector.run(
        images.count,
        (from, rows) => unitPixels(fitted, from, rows),
        (results, _from, rows) => {
          for (let row = 0; row < rows; row++) {
            const maps = { heat: rowOf(results("heat"), row, rows), size: rowOf(results("size"), row, rows) };
            const boxes = decodeBoxes({ ...maps, offset: rowOf(results("offset"), row, rows) }, grid);
            found.push(unfitBoxes(boxes, images, inputSize));
          }
        },
      );
      return found;
    },
    setWeights(next) {
      segmenter.setWeights(next);
      detector.setWeights(next);
    },
    dispose() {
      segmenter.dispose();
      detector.dispose();
    },
  };
}

function rowOf(values: ReturnType<RowValues>, row: number, rows: number): Float32Array {
  const size = values.length / rows;
  return Float32Array.from(values.subarray(size * row, size * (row + 1)));
}
