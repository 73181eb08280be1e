import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { namedTensors } from "../bundle/flat-weights.ts";
import { createNetwork } from "../bundle/network.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { initialState } from "../training/training-state.ts";
import { architectureOf } from "./architecture.ts";
import { decodeLatents } from "./decode.ts";
import { encodeImages } from "./encode.ts";
import type { HostTensor } from "./fold-weights.ts";
import type { ConvolutionLayer } from "./layer.ts";
import { trainingRunner } from "./layer-runner.ts";
import { defaultModelConfig } from "./model-config.ts";
import { nameWeights, splitFlat } from "./weights.ts";

useEngine("wasm");

const config = defaultModelConfig({ size: "nano", channels: 1, classes: ["absent", "present"] });
const architecture = architectureOf(config);

/** Weights whose running statistics are those of `images`, and what the training form of the network makes of them. */
function settledOn(images: tf.Tensor4D) {
  const state = initialState(architecture, 3);
  const weights = nameWeights(splitFlat(state.parameters, architecture.parameters), architecture.parameters);
  const runner = trainingRunner(weights);
  const encoded = encodeImages(architecture, runner, images);
  const decoded = tf.sigmoid(decodeLatents(architecture, runner, encoded.mu));
  const named = namedTensors(Float32Array.from(state.parameters.dataSync()), architecture.parameters);
  for (const layer of architecture.layers) {
    if (layer.kind === "dense" || layer.ending !== "batch-norm") continue;
    const statistic = (name: string): HostTensor => {
      const tensor = runner.statistics.get(name);
      return { shape: [layer.to], values: Float32Array.from(tensor?.dataSync() ?? []) };
    };
    named.set(`${layer.name}.mean`, statistic(`${layer.name}.mean`));
    const variance = statistic(`${layer.name}.variance`);
    // Normalisation in training divides by the biased variance; the smallest map has 4·4 places an image.
    const places = images.shape[0] * layer.size * layer.size;
    variance.values.forEach((value, c) => {
      variance.values[c] = (value * (places - 1)) / places;
    });
    named.set(`${layer.name}.variance`, variance);
  }
  return { named, encoded, decoded, runner };
}

/** Sum over the places of each map of each image. @param attention `[count, places, maps]` */
function mapSums(attention: Float32Array, count: number, places: number, maps: number): number[] {
  return Array.from({ length: count * maps }, (_, index) => {
    const [image, map] = [Math.floor(index / maps), index % maps];
    return Array.from({ length: places }, (_, place) => attention[(image * places + place) * maps + map] ?? 0).reduce(
      (sum, value) => sum + value,
      0,
    );
  });
}

describe("attention pooling", () => {
  it("is all that a prediction sees: mu is that of the sums of features weighed by the maps", () => {
    tf.tidy(() => {
      const state = initialState(architecture, 3);
      const weights = nameWeights(splitFlat(state.parameters, architecture.parameters), architecture.parameters);
      const runner = trainingRunner(weights);
      const images = tf.tensor4d(
        Float32Array.from(randomImages(3, 32).images, (byte) => byte / 255),
        [3, 32, 32, 1],
      );
      let features: tf.Tensor4D | undefined;
      const watching = {
        ...runner,
        convolve(layer: ConvolutionLayer, x: tf.Tensor4D): tf.Tensor4D {
          if (layer === architecture.attention) features = x;
          // Sharper scores, so that maps differ from place to place.
          const y = runner.convolve(layer, x);
          return layer === architecture.attention ? tf.mul(y, 5) : y;
        },
      };
      const { attention, mu } = encodeImages(architecture, watching, images);
      const [places, maps, channels] = [16, 4, 144];
      const [seen, weighed] = [features?.dataSync() ?? [], attention.dataSync()];
      const pooled = Array.from({ length: 3 * maps * channels }, (_, index) => {
        const image = Math.floor(index / (maps * channels));
        const map = Math.floor(index / channels) % maps;
        const channel = index % channels;
        let sum = 0;
        for (let place = image * places; place < (image + 1) * places; place++) {
          sum += (weighed[place * maps + map] ?? 0) * (seen[place * channels + channel] ?? 0);
        }
        return sum;
      });
      const expected = runner.multiply(architecture.mu, tf.tensor2d(pooled, [3, maps * channels]));
      expect(Number(tf.max(tf.abs(tf.sub(mu, expected))).dataSync()[0])).toBeLessThan(1e-4);
      expect(Math.max(...weighed)).toBeGreaterThan(0.2);
      runner.dispose();
    });
  });
});

describe("the folded network", () => {
  it("computes what the training form computes, once its statistics are those of the batch", () => {
    tf.tidy(() => {
      const images = tf.tensor4d(
        Float32Array.from(randomImages(4, 32).images, (byte) => byte / 255),
        [4, 32, 32, 1],
      );
      const { named, encoded, decoded, runner } = settledOn(images);
      const network = createNetwork(config, named);
      const folded = network.encodeTensor(images);
      const image = network.decodeTensor(encoded.mu);
      const distance = (a: tf.Tensor, b: tf.Tensor): number => Number(tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]);
      expect(distance(folded.mu, encoded.mu)).toBeLessThan(1e-3);
      expect(distance(folded.logits, encoded.logits)).toBeLessThan(1e-3);
      expect(distance(folded.attention, encoded.attention)).toBeLessThan(1e-3);
      expect(distance(image, decoded)).toBeLessThan(1e-3);
      expect(tf.max(tf.abs(encoded.mu)).dataSync()[0]).toBeGreaterThan(0.05);
      network.dispose();
      runner.dispose();
    });
  });

  it("encodes and decodes any number of images of any size, keeping only its weights", async () => {
    await expectNoLeak(async () => {
      const state = initialState(architecture, 3);
      const named = namedTensors(await state.parameters.data<"float32">(), architecture.parameters);
      for (const [name, tensor] of namedTensors(
        await state.averageStatistics.data<"float32">(),
        architecture.statistics,
      )) {
        named.set(name, tensor);
      }
      tf.dispose(Object.values(state));
      const network = createNetwork(config, named);
      const batch = randomImages(3, 28);
      const encoding = await expectNoLeak(() => network.encode(batch));
      expect(encoding.mu.length).toBe(3 * 16);
      expect(encoding.attention.length).toBe(3 * 4 * 4 * 4);
      for (const sum of mapSums(encoding.attention, 3, 4 * 4, 4)) expect(sum).toBeCloseTo(1, 5);
      const alone = await network.encode({ ...batch, count: 1, images: batch.images.slice(0, 28 * 28) });
      expect(alone.mu[5]).toBeCloseTo(encoding.mu[5] ?? 0, 4);
      const pixels = await expectNoLeak(() => network.decode(encoding.mu));
      expect(pixels.length).toBe(3 * 32 * 32);
      expect(pixels.every((pixel) => pixel > 0 && pixel < 1)).toBe(true);
      await expect(network.decode(new Float32Array(5))).rejects.toThrow("5 numbers are no rows of 16 latents");
      network.dispose();
    });
  });
});
