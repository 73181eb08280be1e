import {
  fitImages,
  type Head,
  type ImageResult,
  type ImageTargets,
  InvalidManifest,
  loadModel,
  type Manifest,
  parseManifest,
  randomSource,
  resultOfImage,
  sha256,
} from "@diaphane/model";
import type { ImageBytes, Picture } from "../images/picture.ts";
import type { LabModel } from "../state/lab-model.ts";
import { type ExplainingCalls, explainingCalls } from "./explaining.ts";
import { fetchOrThrow, fetchWeights } from "./fetch-weights.ts";
import { type BundleAddress, type Encoding, EngineError, type EngineName } from "./protocol.ts";
import { startBackend } from "./start-backend.ts";

/** A loaded model with the calls of the protocol. */
export interface LabSession {
  readonly model: LabModel;
  readonly explaining: ExplainingCalls;
  encode(image: ImageBytes): Promise<Encoding>;
  compare(image: ImageBytes, said: ImageTargets): Promise<ImageResult>;
  decode(z: Float32Array): Promise<Float32Array>;
  draw(seed: number): Promise<ImageBytes>;
  time(budgetMilliseconds: number): Promise<number>;
}

/** @throws EngineError with what could not be fetched, read, verified or started. */
export async function openSession(
  address: BundleAddress,
  engine: EngineName,
  onProgress: (loadedBytes: number, totalBytes: number) => void,
): Promise<LabSession> {
  // The engine's code and the weights come at the same time.
  const [bundle] = await Promise.all([fetchBundle(address, onProgress), startBackend(engine)]);
  const network = await loadModel(bundle);
  const { manifest } = bundle;
  const { inputSize, channels, latentDim } = manifest.model;

  async function encode(image: ImageBytes): Promise<Encoding> {
    const fitted = fitImages({ count: 1, ...image }, inputSize, channels);
    const { mu, attention, attentionSide } = await network.encode(fitted);
    const input: Picture = {
      pixels: Float32Array.from(fitted.images, (byte) => byte / 255),
      height: inputSize,
      width: inputSize,
      channels,
    };
    const targets = await compare(image, { mask: null, boxes: null });
    return { input, mu, attention, attentionHeight: attentionSide, attentionWidth: attentionSide, targets };
  }

  function compare(image: ImageBytes, said: ImageTargets): Promise<ImageResult> {
    return resultOfImage(network, { count: 1, ...image }, said);
  }

  async function draw(seed: number): Promise<ImageBytes> {
    const random = randomSource(seed);
    const { mean, deviation } = manifest.latents;
    const z = Float32Array.from(
      { length: latentDim },
      (_, latent) => (mean[latent] ?? 0) + (deviation[latent] ?? 0) * random.normal(),
    );
    const pixels = await network.decode(z);
    return {
      images: Uint8Array.from(pixels, (pixel) => Math.round(pixel * 255)),
      height: inputSize,
      width: inputSize,
      channels,
    };
  }

  async function time(budgetMilliseconds: number): Promise<number> {
    const z = Float32Array.from(manifest.latents.mean);
    // The first decode compiles shaders and says nothing about the next.
    await network.decode(z);
    const times: number[] = [];
    for (const start = performance.now(); performance.now() - start < budgetMilliseconds && times.length < 15; ) {
      const before = performance.now();
      await network.decode(z);
      times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY;
  }

  const model = labModelOf(manifest, network.head);
  const explaining = explainingCalls(network);
  return { model, explaining, encode, compare, decode: (z) => network.decode(z), draw, time };
}

async function fetchBundle(address: BundleAddress, onProgress: (loadedBytes: number, totalBytes: number) => void) {
  const manifest = await readManifest(address.manifestUrl);
  const { sha256: expected, sizeBytes } = manifest.weights;
  const weights = await fetchWeights({
    url: address.weightsUrl,
    sha256: expected,
    sizeBytes,
    hash: sha256,
    onProgress,
  });
  return { manifest, weights };
}

async function readManifest(url: string): Promise<Manifest> {
  const text = await (await fetchOrThrow(url)).text();
  try {
    return parseManifest(text);
  } catch (error) {
    if (error instanceof InvalidManifest) throw new EngineError("badManifest", { url, detail: error.message });
    throw error;
  }
}

function labModelOf({ model, latents, threshold, metrics }: Manifest, head: Head): LabModel {
  const { quantiles, quantileLevels } = latents;
  const at = (level: number) => quantiles.map((values) => values[quantileLevels.indexOf(level)] ?? 0);
  return {
    classes: model.classes,
    ...{ maskClasses: model.maskClasses, boxClasses: model.boxClasses },
    inputSize: model.inputSize,
    channels: model.channels,
    latentDim: model.latentDim,
    head,
    latents: { mean: latents.mean, sd: latents.deviation, low: at(2), high: at(98), kl: latents.kl },
    covariance: latents.covariance,
    threshold,
    psnr: (metrics.test ?? metrics.validation)?.psnr.value ?? null,
  };
}
