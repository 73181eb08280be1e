import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { createNetwork } from "../bundle/network.ts";
import { InvalidPreset, type Preset } from "../debias/preset.ts";
import { withPreset } from "../debias/preset-network.ts";
import { probabilities } from "../latent/probabilities.ts";
import { decodeBoxes } from "../network/decode-boxes.ts";
import { detectionStride } from "../network/detection-head.ts";
import { defaultModelConfig, inputSizesOf, type ModelConfig, sizeNames } from "../network/model-config.ts";
import { randomSource } from "../random/random-source.ts";
import { randomImages } from "../testing/random-images.ts";
import { settledWeights } from "../testing/settled-weights.ts";
import { trainedBundle } from "../testing/trained-model.ts";
import { useEngine } from "../testing/use-engine.ts";
import { exportNetwork, exportOnnx, MissingOnnxPart } from "./export-onnx.ts";

useEngine("wasm");

const tolerance = 1e-4;
const modelHash = "a".repeat(64);
const count = 2;

/** Channels last, as they are here, to channels first, as they are there. */
function channelsFirst(values: ArrayLike<number>, side: number, channels: number): Float32Array {
  const places = side * side;
  return Float32Array.from({ length: values.length }, (_, index) => {
    const [image, rest] = [Math.floor(index / (places * channels)), index % (places * channels)];
    const [channel, place] = [Math.floor(rest / places), rest % places];
    return values[(image * places + place) * channels + channel] ?? Number.NaN;
  });
}

/** And back, of one image. */
function channelsLast(values: Float32Array, side: number, channels: number): Float32Array {
  const places = side * side;
  return Float32Array.from(values, (_, index) => {
    const [place, channel] = [Math.floor(index / channels), index % channels];
    return values[channel * places + place] ?? Number.NaN;
  });
}

async function runOnnx(file: Uint8Array | undefined, name: string, values: Float32Array, dims: number[]) {
  const session = await InferenceSession.create(file ?? new Uint8Array());
  const results = await session.run({ [name]: new Tensor("float32", values, dims) });
  return (output: string): Float32Array => {
    const data = results[output]?.data;
    if (!(data instanceof Float32Array)) throw new Error(`No output named ${output}.`);
    return data;
  };
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  expect(a.length).toBeGreaterThan(0);
  let greatest = 0;
  for (let index = 0; index < a.length; index++) {
    greatest = Math.max(greatest, Math.abs((a[index] ?? Number.NaN) - (b[index] ?? Number.NaN)));
  }
  return greatest;
}

function everyConfig(): ModelConfig[] {
  const classes = ["absent", "present", "unclear"];
  return sizeNames.flatMap((size) =>
    inputSizesOf(size).flatMap((inputSize) =>
      ([1, 3] as const).map((channels) => defaultModelConfig({ size, inputSize, channels, classes })),
    ),
  );
}

function networkOf(config: ModelConfig, seed: number) {
  const { inputSize, channels } = config;
  const batch = randomImages(count, inputSize, channels);
  const weights = settledWeights(config, batch, seed);
  const unit = Float32Array.from(batch.images, (byte) => byte / 255);
  return {
    exported: { config, weights, modelHash, threshold: 0.4, temperature: 1.5 },
    network: createNetwork(config, weights),
    batch,
    pixels: channelsFirst(unit, inputSize, channels),
    imageDims: [count, channels, inputSize, inputSize],
  };
}

describe("an exported network computes what the network computes", () => {
  it.each(
    everyConfig().map(
      (config) => [`${config.size}, ${config.inputSize} px, ${config.channels} channels`, config] as const,
    ),
  )("%s", async (_name, config) => {
    const { exported, network, batch, pixels, imageDims } = networkOf(config, 7);
    const files = exportNetwork(exported, {});
    const { mu, logVar, attention, logits, attentionSide } = await network.encode(batch);
    const encoded = await runOnnx(files.get("encoder"), "image", pixels, imageDims);
    expect(greatestDifference(encoded("mu"), mu)).toBeLessThan(tolerance);
    expect(greatestDifference(encoded("log_var"), logVar)).toBeLessThan(tolerance);
    const maps = channelsFirst(attention, attentionSide, config.attentionMaps);
    expect(greatestDifference(encoded("attention"), maps)).toBeLessThan(tolerance);
    const classified = await runOnnx(files.get("classifier"), "image", pixels, imageDims);
    expect(greatestDifference(classified("logits"), logits)).toBeLessThan(tolerance);
    expect(greatestDifference(classified("probabilities"), probabilities(logits, 3))).toBeLessThan(tolerance);
    const decoded = await runOnnx(files.get("decoder"), "latents", mu, [count, config.latentDim]);
    const image = channelsFirst(await network.decode(mu), config.inputSize, config.channels);
    expect(greatestDifference(decoded("image"), image)).toBeLessThan(tolerance);
    // Otherwise anything would pass.
    expect(Math.max(...mu) - Math.min(...mu)).toBeGreaterThan(0.1);
    network.dispose();
  });
});

describe("exported heads", () => {
  const config = defaultModelConfig({
    ...{ size: "nano", inputSize: 64, channels: 1, classes: [] },
    maskClasses: ["background", "heart", "lung"],
    boxClasses: ["nodule", "tag"],
  });

  it("give masks and boxes as the network does, and no classifier without classes", async () => {
    const { exported, network, batch, pixels, imageDims } = networkOf(config, 3);
    const files = exportNetwork(exported, {});
    expect([...files.keys()]).toEqual(["encoder", "decoder", "segmentation", "detection"]);
    const masks = (await runOnnx(files.get("segmentation"), "image", pixels, imageDims))("mask_logits");
    const area = 64 * 64;
    const classes = Uint8Array.from({ length: count * area }, (_, index) => {
      const [image, place] = [Math.floor(index / area), index % area];
      const scores = [0, 1, 2].map((k) => masks[(image * 3 + k) * area + place] ?? Number.NaN);
      return scores.indexOf(Math.max(...scores));
    });
    const expected = await network.segment(batch);
    const differing = classes.filter((value, place) => value !== expected[place]).length;
    // Where two logits are equal to the last digit, either may be the larger.
    expect(differing / classes.length).toBeLessThan(1e-3);
    expect(new Set(expected).size).toBeGreaterThan(1);

    const found = await network.detect(batch);
    const maps = await runOnnx(files.get("detection"), "image", pixels, imageDims);
    const side = 64 / detectionStride;
    found.forEach((boxes, image) => {
      const mapOf = (name: string, channels: number) => {
        const size = side * side * channels;
        return channelsLast(maps(name).subarray(image * size, (image + 1) * size), side, channels);
      };
      const own = { heat: mapOf("heat", 2), size: mapOf("size", 2), offset: mapOf("offset", 2) };
      const decoded = decodeBoxes(own, { side, classes: 2, stride: detectionStride });
      expect(decoded.length).toBe(boxes.length);
      expect(boxes.length).toBeGreaterThan(0);
      decoded.forEach((box, index) => {
        expect(box.score).toBeCloseTo(boxes[index]?.score ?? Number.NaN, 4);
        expect(box.left).toBeCloseTo(boxes[index]?.left ?? Number.NaN, 2);
        expect(box.width).toBeCloseTo(boxes[index]?.width ?? Number.NaN, 2);
      });
    });
    network.dispose();
  });

  it("of several sets take the softmax set by set", async () => {
    const classGroups = [
      { set: "chest", classes: ["absent", "present"] },
      { set: "skin", classes: ["mole", "melanoma", "other"] },
    ];
    const classes = classGroups.flatMap(({ set, classes: own }) => own.map((each) => `${set}: ${each}`));
    const several = { ...defaultModelConfig({ size: "nano", channels: 1, classes }), classGroups };
    const { exported, network, pixels, imageDims } = networkOf(several, 5);
    const classified = await runOnnx(exportNetwork(exported, {}).get("classifier"), "image", pixels, imageDims);
    const [first, second] = [classified("probabilities").subarray(0, 2), classified("probabilities").subarray(2, 5)];
    const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
    expect([sum(first), sum(second)]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
    network.dispose();
  });
});

describe("a preset folded in", () => {
  const config = defaultModelConfig({ size: "nano", channels: 1, classes: ["absent", "present"] });
  const random = randomSource(11);
  const rows = (rank: number) =>
    Array.from({ length: config.latentDim }, () => Array.from({ length: rank }, () => 0.3 * random.normal()));
  const preset: Preset = {
    ...{ format: "diaphane-preset", schemaVersion: 1, modelHash, attributes: ["tag"], method: "cell-balanced-leace" },
    ...{ rank: 2, latentDim: config.latentDim, classes: config.classes, left: rows(2), right: rows(2) },
    centre: Array.from({ length: config.latentDim }, () => random.normal()),
    ...{ headBias: [0.3, -0.4], alpha: 0.8, evidenceHash: null },
    fit: {
      ...{ dataHash: null, split: "val", count: 10, subjects: 10, cells: [], smallCells: [], shrinkage: 0, seed: 1 },
    },
  };

  it("gives latents, logits and images with the preset on, at the strength that is asked for", async () => {
    const { exported, network, batch, pixels, imageDims } = networkOf(config, 9);
    const plain = await network.encode(batch);
    for (const alpha of [0.8, 0.25]) {
      const files = exportNetwork(exported, { preset, alpha });
      const on = await withPreset(network, { ...preset, alpha }, modelHash).encode(batch);
      const encoded = await runOnnx(files.get("encoder"), "image", pixels, imageDims);
      expect(greatestDifference(encoded("mu"), on.mu)).toBeLessThan(tolerance);
      const classified = await runOnnx(files.get("classifier"), "image", pixels, imageDims);
      expect(greatestDifference(classified("logits"), on.logits)).toBeLessThan(tolerance);
      expect(greatestDifference(classified("logits"), plain.logits)).toBeGreaterThan(0.01);
    }
    network.dispose();
  });

  it("is refused with another model", () => {
    const exported = { config, weights: settledWeights(config, randomImages(2, 32), 1), modelHash: "b".repeat(64) };
    expect(() => exportNetwork({ ...exported, threshold: null, temperature: null }, { preset })).toThrow(InvalidPreset);
  });
});

describe("exportOnnx", () => {
  it("reads a bundle, gives the same bytes each time, and refuses what the model has not", async () => {
    const bundle = await trainedBundle(randomImages(16, 32));
    const files = await exportOnnx(bundle);
    expect([...files.keys()]).toEqual(["encoder", "decoder", "classifier"]);
    expect((await exportOnnx(bundle, { parts: ["classifier"] })).get("classifier")).toEqual(files.get("classifier"));
    const session = await InferenceSession.create(files.get("classifier") ?? new Uint8Array());
    expect([session.inputNames, session.outputNames]).toEqual([["image"], ["logits", "probabilities"]]);
    await expect(exportOnnx(bundle, { parts: ["detection"] })).rejects.toThrow(MissingOnnxPart);
    const broken = { ...bundle, weights: bundle.weights.with(200, 1) };
    await expect(exportOnnx(broken)).rejects.toThrow("model.json expects");
  });
});
