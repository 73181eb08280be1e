import { toBase64 } from "../../bundle/base64.ts";
import type { Model } from "../../bundle/load-model.ts";
import { fitImages } from "../../images/fit-images.ts";
import type { ImageBatch } from "../../images/image-set.ts";
import { latentsByEffect, traversalCodes, traversalValues } from "../traversal.ts";
import { associationsOf, type KnownColumn } from "./associations.ts";
import type { Atlas, AtlasLatent, SeedMatch } from "./atlas.ts";
import { matchLatents } from "./match-latents.ts";
import { pixelChange } from "./pixel-change.ts";

export interface AtlasInput {
  /** `[count, latentDim]` */
  mu: Float32Array;
  /** Whether training did not see these images. */
  heldOut: boolean;
  known: readonly KnownColumn[];
  /** `[count]`; null: nobody says */
  subjects: readonly (string | null)[] | null;
  /** Codes of the same images by other trainings `[count, latentDim]`. */
  siblings: readonly { version: number; seed: number | null; mu: Float32Array }[];
}

/** A strip of a larger side reads no better on a page and would weigh tens of MB for all latents. */
const largestSide = 64;
/** Real codes around which the change of pixels is taken. */
const changedCodes = 16;

/** All that can be said of each latent of a model from codes of images. @param onProgress hears the share of latents done */
export async function makeAtlas(model: Model, input: AtlasInput, onProgress?: (share: number) => void): Promise<Atlas> {
  const { latentDim, channels, inputSize, classes } = model.config;
  const { latents } = model.manifest;
  const count = input.mu.length / latentDim;
  const matches = input.siblings.map(({ mu, ...of }) => ({ of, matched: matchLatents(input.mu, mu, latentDim) }));
  const effects = effectsOf(model);
  const described: AtlasLatent[] = [];
  for (let latent = 0; latent < latentDim; latent++) {
    const scores = Float64Array.from({ length: count }, (_, row) => input.mu[row * latentDim + latent] ?? 0);
    described.push({
      latent,
      kl: latents.kl[latent] ?? 0,
      deviation: latents.deviation[latent] ?? 0,
      ...(await drawLatent(model, input.mu, latent)),
      effects: effects.map((ofClass) => ofClass[latent] ?? 0),
      associations: input.known.flatMap((known) => associationsOf(scores, known, input.subjects)),
      matches: matches.map(({ of, matched }): SeedMatch => {
        return { ...of, latent: matched[latent]?.latent ?? 0, correlation: matched[latent]?.correlation ?? 0 };
      }),
    });
    onProgress?.((latent + 1) / latentDim);
  }
  const side = Math.min(inputSize, largestSide);
  const basis = { images: count, heldOut: input.heldOut };
  const about = { classes, side, channels, levels: latents.quantileLevels, basis };
  return { schema: "diaphane/atlas@1", ...about, latents: described };
}

/** `[classes][latentDim]` */
function effectsOf({ head, config, manifest }: Model): number[][] {
  return config.classes.map((_, classIndex) =>
    latentsByEffect(head, manifest.latents, classIndex)
      .toSorted((a, b) => a.latent - b.latent)
      .map(({ effect }) => effect),
  );
}

async function drawLatent(model: Model, mu: Float32Array, latent: number) {
  const { inputSize: side, channels, latentDim } = model.config;
  const values = traversalValues(model.manifest.latents, latent);
  const strip = await model.decode(traversalCodes(model.manifest.latents.mean, latent, values));
  const codes = spacedRows(mu, latentDim, changedCodes);
  const at = (value: number) => codes.map((code, place) => (place % latentDim === latent ? value : code));
  const low = await model.decode(at(values[0] ?? 0));
  const high = await model.decode(at(values.at(-1) ?? 0));
  const { map, largest } = pixelChange(low, high, { side, channels });
  const picture = (images: Uint8Array, count: number, of: 1 | 3) =>
    toBase64(shrunk({ count, height: side, width: side, channels: of, images }));
  const bytes = Uint8Array.from(strip, (pixel) => Math.round(pixel * 255));
  return {
    values,
    strip: picture(bytes, values.length, channels),
    change: picture(map, 1, 1),
    largestChange: largest,
  };
}

function shrunk(batch: ImageBatch): Uint8Array {
  const { height, channels } = batch;
  return height <= largestSide ? batch.images : fitImages(batch, largestSide, channels === 3 ? 3 : 1).images;
}

/** Some rows, evenly spaced. */
function spacedRows(mu: Float32Array, latentDim: number, most: number): Float32Array {
  const count = mu.length / latentDim;
  const taken = Math.min(most, count);
  const rows = new Float32Array(taken * latentDim);
  for (let i = 0; i < taken; i++) {
    const row = Math.floor((i * count) / taken);
    rows.set(mu.subarray(row * latentDim, (row + 1) * latentDim), i * latentDim);
  }
  return rows;
}
