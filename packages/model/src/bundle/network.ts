import * as tf from "@tensorflow/tfjs-core";
import { createRowRunner, type RowRunner } from "../engine/row-runner.ts";
import type { NamedTensors } from "../engine/step-runner.ts";
import { fitImages } from "../images/fit-images.ts";
import type { Images } from "../images/image-set.ts";
import type { Head } from "../latent/contributions.ts";
import { type Architecture, architectureOf } from "../network/architecture.ts";
import { decodeLatents } from "../network/decode.ts";
import type { FoundBox } from "../network/decode-boxes.ts";
import { type Encoded, encodeImages } from "../network/encode.ts";
import type { HostWeights } from "../network/fold-weights.ts";
import { differentiableRunner, inferenceRunner, type LayerRunner } from "../network/layer-runner.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { weightsOf } from "../network/weights.ts";
import { createDensePredictor } from "./dense-prediction.ts";
import { createDifferentiable, type DifferentiableNetwork } from "./differentiable-network.ts";
import { foldChecked } from "./fold-checked.ts";
import { unitPixels } from "./unit-pixels.ts";

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
  encode(images: Images): Promise<Encoding>;
  /** For callers that stay in the engine. @param images `[n, inputSize, inputSize, channels]` in 0…1; they dispose of the result */
  encodeTensor(images: tf.Tensor4D): Encoded;
  /** Latents `[n, latentDim]` to pixels in 0…1 `[n, inputSize, inputSize, channels]`. */
  decode(z: Float32Array): Promise<Float32Array>;
  /**
   * The class of each pixel of any images, which are fitted to the network: `[count, inputSize, inputSize]`. Throws MissingHead without a
   * segmentation head.
   */
  segment(images: Images): Promise<Uint8Array>;
  /** Boxes of each image, surest first, in pixels of the images as they are given. Throws MissingHead without a detection head. */
  detect(images: Images): Promise<FoundBox[][]>;
  /** For callers that stay in the engine: `[n, latentDim]` → pixels in 0…1; they dispose of the result. */
  decodeTensor(z: tf.Tensor2D): tf.Tensor4D;
  differentiable: DifferentiableNetwork;
  /** Other weights of the same network from now on: what was compiled for the ones before is kept. Throws as `createNetwork` does. */
  setWeights(weights: HostWeights): void;
  dispose(): void;
}

/** Images or latents that go through the engine at once, where nothing is compiled. */
const eagerRows = 256;

/** A network from named weights and statistics. Throws InvalidWeights when one is missing or has another shape. */
export function createNetwork(config: ModelConfig, weights: HostWeights): Network {
  const architecture = architectureOf(config);
  let folded = foldChecked(architecture, weights);
  let tensors = upload(folded);
  const runnerOf = (given: NamedTensors): LayerRunner => inferenceRunner(weightsOf(new Map(Object.entries(given))));
  const imageShape = [config.inputSize, config.inputSize, config.channels] as const;
  const encoder = createRowRunner({
    ...{ weights: tensors, rowShape: imageShape, eagerRows },
    compute: (given, images) => encodeImages(architecture, runnerOf(given), images as tf.Tensor4D),
  });
  const decoder = createRowRunner({
    ...{ weights: tensors, rowShape: [config.latentDim], eagerRows },
    compute: (given, z) => ({
      pixels: tf.sigmoid(decodeLatents(architecture, runnerOf(given), z as tf.Tensor2D)),
    }),
  });
  const dense = createDensePredictor(architecture, tensors, runnerOf);
  const parts = [encoder, decoder, dense];
  const plainRunner = () => differentiableRunner(weightsOf(new Map(Object.entries(tensors))));
  return {
    config,
    get head() {
      return headOf(architecture, folded);
    },
    encodeTensor: (images) => tf.tidy(() => encodeImages(architecture, runnerOf(tensors), images)),
    decodeTensor: (z) => tf.tidy(() => tf.sigmoid(decodeLatents(architecture, runnerOf(tensors), z))),
    differentiable: createDifferentiable(architecture, plainRunner),
    encode: (images) => encodeRows(architecture, encoder, images),
    decode: (z) => decodeRows(config, decoder, z),
    segment: dense.segment,
    detect: dense.detect,
    setWeights(next) {
      folded = foldChecked(architecture, next);
      tf.dispose(tensors);
      tensors = upload(folded);
      for (const part of parts) part.setWeights(tensors);
    },
    dispose() {
      for (const part of parts) part.dispose();
      tf.dispose(tensors);
    },
  };
}

function upload(folded: HostWeights): NamedTensors {
  return Object.fromEntries(
    [...folded].map(([name, { shape, values }]) => [name, tf.keep(tf.tensor(values, shape))] as const),
  );
}

async function encodeRows({ config, mapSide }: Architecture, encoder: RowRunner, images: Images): Promise<Encoding> {
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
  await encoder.run(
    count,
    (from, rows) => unitPixels(fitted, from, rows),
    (results, from, rows) => {
      for (const part of ["mu", "logVar", "logits", "attention"] as const) {
        const values = results(part);
        encoding[part].set(values, (values.length / rows) * from);
      }
    },
  );
  return encoding;
}

async function decodeRows(
  { latentDim, inputSize, channels }: ModelConfig,
  decoder: RowRunner,
  z: Float32Array,
): Promise<Float32Array> {
  const count = z.length / latentDim;
  if (!Number.isInteger(count)) throw new RangeError(`${z.length} numbers are no rows of ${latentDim} latents.`);
  const stride = inputSize * inputSize * channels;
  const pixels = new Float32Array(count * stride);
  await decoder.run(
    count,
    (from, rows) => z.slice(from * latentDim, (from + rows) * latentDim),
    (results, from) => pixels.set(results("pixels"), from * stride),
  );
  return pixels;
}

function headOf({ head, config }: Architecture, folded: HostWeights): Head {
  return {
    latentDim: config.latentDim,
    classCount: config.classes.length,
    weights: (head && folded.get(`${head.name}.kernel`)?.values) ?? new Float32Array(),
    bias: (head && folded.get(`${head.name}.bias`)?.values) ?? new Float32Array(),
  };
}
