import * as tf from "@tensorflow/tfjs-core";
import { fitImages } from "../images/fit-images.ts";
import type { ImageBatch } from "../images/image-set.ts";
import type { Head } from "../latent/contributions.ts";
import { type Architecture, architectureOf } from "../network/architecture.ts";
import { decodeLatents } from "../network/decode.ts";
import type { FoundBox } from "../network/decode-boxes.ts";
import { type Encoded, encodeImages } from "../network/encode.ts";
import { foldWeights, type HostWeights } from "../network/fold-weights.ts";
import { inferenceRunner } from "../network/layer-runner.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { weightsOf } from "../network/weights.ts";
import { detectObjects, segmentImages } from "./dense-prediction.ts";
import { InvalidWeights } from "./invalid-weights.ts";
import { pixelTensor } from "./pixel-tensor.ts";

/** Codes of `count` images, on the host, row by row. */
export interface Encoding {
  count: number;
  /** `[count, latentDim]` */
  mu: Float32Array;
  /** `[count, latentDim]` */
  logVar: Float32Array;
  /** `[count, classes]` */
  logits: Float32Array;
  /** `[count, attentionSide, attentionSide, attentionMaps]`, each map sums to one */
  attention: Float32Array;
  attentionSide: number;
}

/** A network ready to encode and decode; its only tensors between calls are its weights. */
export interface Network {
  config: ModelConfig;
  head: Head;
  /** Images of any number, size and channels; they are fitted to the network. */
  encode(images: ImageBatch): Promise<Encoding>;
  /** For callers that stay in the engine. @param images `[n, inputSize, inputSize, channels]` in 0…1; they dispose of the result */
  encodeTensor(images: tf.Tensor4D): Encoded;
  /** Latents `[n, latentDim]` to pixels in 0…1 `[n, inputSize, inputSize, channels]`. */
  decode(z: Float32Array): Promise<Float32Array>;
  /**
   * The class of each pixel of any images, which are fitted to the network: `[count, inputSize, inputSize]`. Throws MissingHead without a
   * segmentation head.
   */
  segment(images: ImageBatch): Promise<Uint8Array>;
  /** Boxes of each image, surest first, in pixels of the images as they are given. Throws MissingHead without a detection head. */
  detect(images: ImageBatch): Promise<FoundBox[][]>;
  /** For callers that stay in the engine: `[n, latentDim]` → pixels in 0…1; they dispose of the result. */
  decodeTensor(z: tf.Tensor2D): tf.Tensor4D;
  dispose(): void;
}

/** Images or latents that go through the engine at once. */
const chunk = 256;

/** A network from named weights and statistics. Throws InvalidWeights when one is missing or has another shape. */
export function createNetwork(config: ModelConfig, weights: HostWeights): Network {
  const architecture = architectureOf(config);
  checkShapes(architecture, weights);
  const folded = foldWeights(architecture, weights);
  const tensors = new Map<string, tf.Tensor>();
  for (const [name, { shape, values }] of folded) tensors.set(name, tf.keep(tf.tensor(values, shape)));
  const runner = inferenceRunner(weightsOf(tensors));
  const encodeTensor = (images: tf.Tensor4D): Encoded => tf.tidy(() => encodeImages(architecture, runner, images));
  const decodeTensor = (z: tf.Tensor2D): tf.Tensor4D =>
    tf.tidy(() => tf.sigmoid(decodeLatents(architecture, runner, z)));
  return {
    config,
    head: headOf(architecture, folded),
    encodeTensor,
    decodeTensor,
    encode: (images) => encodeInChunks(architecture, encodeTensor, images),
    decode: (z) => decodeInChunks(config, decodeTensor, z),
    segment: (images) => segmentImages(architecture, runner, images),
    detect: (images) => detectObjects(architecture, runner, images),
    dispose: () => tf.dispose([...tensors.values()]),
  };
}

async function encodeInChunks(
  { config, mapSide }: Architecture,
  encodeTensor: (images: tf.Tensor4D) => Encoded,
  images: ImageBatch,
): Promise<Encoding> {
  const { inputSize, channels, latentDim, classes, attentionMaps } = config;
  const { count } = images;
  const fitted = fitImages(images, inputSize, channels);
  const encoding: Encoding = {
    count,
    mu: new Float32Array(count * latentDim),
    logVar: new Float32Array(count * latentDim),
    logits: new Float32Array(count * classes.length),
    attention: new Float32Array(count * mapSide * mapSide * attentionMaps),
    attentionSide: mapSide,
  };
  const stride = inputSize * inputSize * channels;
  for (let from = 0; from < count; from += chunk) {
    const rows = Math.min(chunk, count - from);
    const bytes = fitted.images.subarray(from * stride, (from + rows) * stride);
    const encoded = tf.tidy(() => encodeTensor(pixelTensor(bytes, rows, config)));
    for (const part of ["mu", "logVar", "logits", "attention"] as const) {
      const values = await readAndDispose(encoded[part]);
      encoding[part].set(values, (values.length / rows) * from);
    }
  }
  return encoding;
}

async function decodeInChunks(
  { latentDim, inputSize, channels }: ModelConfig,
  decodeTensor: (z: tf.Tensor2D) => tf.Tensor4D,
  z: Float32Array,
): Promise<Float32Array> {
  const count = z.length / latentDim;
  if (!Number.isInteger(count)) throw new RangeError(`${z.length} numbers are no rows of ${latentDim} latents.`);
  const stride = inputSize * inputSize * channels;
  const pixels = new Float32Array(count * stride);
  for (let from = 0; from < count; from += chunk) {
    const rows = Math.min(chunk, count - from);
    const latents = z.slice(from * latentDim, (from + rows) * latentDim);
    const image = tf.tidy(() => decodeTensor(tf.tensor2d(latents, [rows, latentDim])));
    pixels.set(await readAndDispose(image), from * stride);
  }
  return pixels;
}

async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await tensor.data<"float32">();
  tensor.dispose();
  return values;
}

function headOf({ head, config }: Architecture, folded: HostWeights): Head {
  return {
    latentDim: config.latentDim,
    classCount: config.classes.length,
    weights: (head && folded.get(`${head.name}.kernel`)?.values) ?? new Float32Array(),
    bias: (head && folded.get(`${head.name}.bias`)?.values) ?? new Float32Array(),
  };
}

function checkShapes({ parameters, statistics }: Architecture, weights: HostWeights): void {
  for (const { name, shape } of [...parameters, ...statistics]) {
    const found = weights.get(name)?.shape;
    if (found === undefined) throw new InvalidWeights(`The weights lack the tensor ${name}.`);
    if (found.join() !== shape.join()) {
      throw new InvalidWeights(
        `Tensor ${name} has shape [${found.join(", ")}]; the network needs [${shape.join(", ")}].`,
      );
    }
  }
}
