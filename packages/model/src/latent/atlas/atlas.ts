import { z } from "zod";

const finite = z.number();
const estimate = z.object({ value: finite, interval: z.tuple([finite, finite]) });
/** Bytes, in base64: pictures in JSON. */
const bytes = z.base64();

/** How a latent goes with an attribute, or with the labels, over images that training did not see where there are enough. */
export const association = z.object({
  /** Null: the labels. */
  attribute: z.string().nullable(),
  /** Which value against all others; null for a number. */
  value: z.string().nullable(),
  measure: z.enum(["auroc", "rank-correlation"]),
  /** Images with a known value, and how many of them have this one. */
  count: z.int(),
  positives: z.int().nullable(),
  /** Null: not enough images to say. */
  estimate: estimate.nullable(),
});
export type Association = z.infer<typeof association>;

/** The same latent in another training: which it is there, and the rank correlation of the two over the same images. */
export const seedMatch = z.object({
  version: z.int(),
  seed: z.int().nullable(),
  latent: z.int(),
  correlation: finite,
});
export type SeedMatch = z.infer<typeof seedMatch>;

export const atlasLatent = z.object({
  latent: z.int(),
  /** Nats, over the training images. */
  kl: finite,
  deviation: finite,
  /** The latent's values along the strip. */
  values: z.array(finite),
  /** uint8 `[values, side, side, channels]`: the mean code with this latent at each of `values`. */
  strip: bytes,
  /** uint8 `[side, side]`: mean absolute change of the pixels from the first to the last of `values`, 255 = `largestChange`. */
  change: bytes,
  /** Of a pixel in 0…1. */
  largestChange: finite,
  /** Change of every class's logit, against the mean of all, for one s.d. */
  effects: z.array(finite),
  associations: z.array(association),
  /** One for each other training of the same model on the same data; none: there is no other. */
  matches: z.array(seedMatch),
});
export type AtlasLatent = z.infer<typeof atlasLatent>;

/** What every latent of a model version does and goes with: what its atlas pages show. */
export const atlas = z.object({
  schema: z.literal("diaphane/atlas@1"),
  classes: z.array(z.string()),
  side: z.int().positive(),
  channels: z.union([z.literal(1), z.literal(3)]),
  levels: z.array(finite),
  /** What associations and matches are computed on. */
  basis: z.object({ images: z.int(), heldOut: z.boolean() }),
  latents: z.array(atlasLatent),
});
export type Atlas = z.infer<typeof atlas>;
