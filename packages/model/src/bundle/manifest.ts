import { z } from "zod";
import { modelConfig } from "../network/model-config.ts";
import { trainingConfig } from "../training/training-config.ts";
import { evaluation } from "./evaluation.ts";
import { precision } from "./precision.ts";

const finite = z.number();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the latents of the training images look like, so that whoever explores a model needs no data. */
export const latentStatistics = z.strictObject({
  /** Number of training images. */
  count: z.int().positive(),
  /** Mean and standard deviation of mu `[latentDim]` */
  mean: z.array(finite),
  deviation: z.array(finite),
  /** Percentages 2…98, and the values of mu there `[latentDim][levels]` */
  quantileLevels: z.array(z.number().min(0).max(100)),
  quantiles: z.array(z.array(finite)),
  /** KL of each latent to the prior, mean over images, in nats `[latentDim]`; below 0.01 a latent is inactive. */
  kl: z.array(finite),
  /** Covariance of mu `[latentDim][latentDim]` */
  covariance: z.array(z.array(finite)),
});
export type LatentStatistics = z.infer<typeof latentStatistics>;

/** A set that a model has learned from. */
const trainedOn = z.strictObject({ name: z.string(), dataHash: hash, images: z.int().positive() });
export type TrainedOn = z.infer<typeof trainedOn>;

export const manifest = z.strictObject({
  formatVersion: z.literal(1),
  model: modelConfig,
  training: trainingConfig,
  parameterCount: z.int().positive(),
  preprocessing: z.strictObject({
    inputSize: z.int().positive(),
    channels: z.union([z.literal(1), z.literal(3)]),
    /** How images of other sizes are fitted; the only way there is, see `fitImages`. */
    resampling: z.literal("area-bilinear"),
    /** Pixels are bytes divided by this. */
    divisor: z.literal(255),
  }),
  /** Probability of the second class from which on it is predicted, chosen on validation data; null with several classes. */
  threshold: z.number().nullable(),
  /** What logits are to be divided by for calibrated probabilities, fitted on validation data; those shown elsewhere are without it. */
  temperature: z.number().positive().nullable().optional(),
  latents: latentStatistics,
  metrics: z.strictObject({
    validation: evaluation.nullable(),
    test: evaluation.nullable(),
    /** Of each of several sets, with its own threshold; those above are then of the images alone. */
    sets: z
      .array(
        z.strictObject({
          ...{ name: z.string(), threshold: z.number().nullable() },
          ...{ validation: evaluation.nullable(), test: evaluation.nullable() },
        }),
      )
      .optional(),
  }),
  provenance: z.strictObject({
    dataHash: hash,
    codeVersion: z.string(),
    seed: z.int(),
    engine: z.string(),
    seconds: z.number().nonnegative(),
    createdAt: z.iso.datetime(),
    /** Of a copy in fewer bits: hash of the model.json that it was made from. */
    quantizedFrom: hash.optional(),
    /** The sets of this training and, before them, of the models that it started from. */
    trainedOn: z.array(trainedOn).optional(),
    /** Somebody decided that scores on what was learned from are all right. */
    overlapAllowed: z.literal(true).optional(),
  }),
  /** Digests of what was learned from, in seen.bin: images and subjects of this training and of those before it. */
  seen: z.strictObject({ sha256: hash, images: z.int().nonnegative(), subjects: z.int().nonnegative() }).optional(),
  weights: z.strictObject({
    sha256: hash,
    sizeBytes: z.int().positive(),
    /** Of the kernels; float32 in bundles that don't say. */
    precision: precision.optional(),
  }),
});

/** Everything about a trained model besides its weights; stored as model.json. */
export type Manifest = z.infer<typeof manifest>;

/** A manifest that cannot be read. */
export class InvalidManifest extends Error {
  override name = "InvalidManifest";
}

/** One line: with indentation the curves would take four times the bytes. */
export function serializeManifest(value: Manifest): string {
  return `${JSON.stringify(manifest.parse(value))}\n`;
}

/** Throws InvalidManifest naming each wrong key. @param json text of model.json, or its parsed value */
export function parseManifest(json: unknown): Manifest {
  let value = json;
  if (typeof json === "string") {
    try {
      value = JSON.parse(json);
    } catch (cause) {
      throw new InvalidManifest("model.json is not JSON.", { cause });
    }
  }
  const result = manifest.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidManifest(`model.json does not describe a model of this version:\n${z.prettifyError(result.error)}`);
}
