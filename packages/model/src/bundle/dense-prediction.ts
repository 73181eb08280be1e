import * as tf from "@tensorflow/tfjs-core";
import { fitImages } from "../images/fit-images.ts";
import { unfitBoxes } from "../images/fit-targets.ts";
import type { ImageBatch } from "../images/image-set.ts";
import type { Architecture } from "../network/architecture.ts";
import { decodeBoxes, type FoundBox } from "../network/decode-boxes.ts";
import { detectionStride } from "../network/detection-head.ts";
import { featureMaps } from "../network/encode.ts";
import type { LayerRunner } from "../network/layer-runner.ts";
import { runDenseHeads } from "../network/run-dense-heads.ts";
import { pixelTensor } from "./pixel-tensor.ts";

/** A prediction was asked for that the network has no head for. */
export class MissingHead extends Error {
  override name = "MissingHead";
}

/** Images that go through the engine at once: their merged maps are as large as the images. */
const chunk = 32;

/** See `Network.segment`. */
export async function segmentImages(
  architecture: Architecture,
  runner: LayerRunner,
  images: ImageBatch,
): Promise<Uint8Array> {
  const { inputSize } = architecture.config;
  const area = inputSize * inputSize;
  const classes = new Uint8Array(images.count * area);
  await inChunks(architecture, images, async (pixels, from) => {
    const found = tf.tidy(() => {
      const { maskLogits } = runDenseHeads(architecture, runner, featureMaps(architecture, runner, pixels()));
      if (maskLogits === null) throw new MissingHead("This network has no segmentation head: it learned no masks.");
      return tf.argMax(maskLogits, 3);
    });
    classes.set(await found.data(), from * area);
    found.dispose();
  });
  return classes;
}

/** See `Network.detect`. */
export async function detectObjects(
  architecture: Architecture,
  runner: LayerRunner,
  images: ImageBatch,
): Promise<FoundBox[][]> {
  const { inputSize, boxClasses } = architecture.config;
  const side = inputSize / detectionStride;
  const found: FoundBox[][] = [];
  await inChunks(architecture, images, async (pixels) => {
    const maps = tf.tidy(() => {
      const { detection } = runDenseHeads(architecture, runner, featureMaps(architecture, runner, pixels()));
      if (detection === null) throw new MissingHead("This network has no detection head: it learned no boxes.");
      return { ...detection, heat: tf.sigmoid(detection.heat) };
    });
    const [heat, size, offset] = await Promise.all([
      maps.heat.data<"float32">(),
      maps.size.data<"float32">(),
      maps.offset.data<"float32">(),
    ]);
    const [count] = maps.heat.shape;
    tf.dispose(maps);
    for (let row = 0; row < count; row++) {
      const cut = (values: Float32Array): Float32Array =>
        values.subarray((values.length / count) * row, (values.length / count) * (row + 1));
      const boxes = decodeBoxes(
        { heat: cut(heat), size: cut(size), offset: cut(offset) },
        { side, classes: boxClasses.length, stride: detectionStride },
      );
      found.push(unfitBoxes(boxes, images, inputSize));
    }
  });
  return found;
}

/** Calls with each run of fitted images, as a tensor to be made within the engine, and the place of its first. */
async function inChunks(
  { config }: Architecture,
  images: ImageBatch,
  use: (pixels: () => tf.Tensor4D, from: number) => Promise<void>,
): Promise<void> {
  const fitted = fitImages(images, config.inputSize, config.channels);
  const stride = config.inputSize * config.inputSize * config.channels;
  for (let from = 0; from < images.count; from += chunk) {
    const rows = Math.min(chunk, images.count - from);
    const bytes = fitted.images.subarray(from * stride, (from + rows) * stride);
    await use(() => pixelTensor(bytes, rows, config), from);
  }
}
