import { z } from "zod";

const finite = z.number();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const matrix = z.array(z.array(finite));

export const presetMethods = [
  "cell-balanced-leace",
  "shift",
  "pooled-leace",
  "within-class-leace",
  "label-preserving",
] as const;
export type PresetMethod = (typeof presetMethods)[number];

/** Cases of one label and one value of an attribute in the fit set. */
const fitCell = z.strictObject({
  ...{ label: z.string(), attribute: z.string(), value: z.string() },
  n: z.int().nonnegative(),
});
export type FitCell = z.infer<typeof fitCell>;

export const preset = z
  .strictObject({
    format: z.literal("diaphane-preset"),
    schemaVersion: z.literal(1),
    /** SHA-256 of the weights of the one model that it is for. */
    modelHash: hash,
    attributes: z.array(z.string()).min(1),
    method: z.enum(presetMethods),
    /** 1: the attribute. 2: the attribute, and how it goes with each label. */
    rank: z.union([z.literal(1), z.literal(2)]),
    latentDim: z.int().positive(),
    classes: z.array(z.string()),
    /** `[latentDim]`, left as it is by the map. */
    centre: z.array(finite),
    /** `[latentDim][r]` both: z' = z − α·left·rightᵀ·(z − centre). */
    left: matrix,
    right: matrix,
    /** `[classes]` added to the class head's logits, times α. */
    headBias: z.array(finite),
    /** How strongly it is on, 0 … 1, as the author chose. */
    alpha: z.number().min(0).max(1),
    fit: z.strictObject({
      /** Hash of the images and labels; null where only latents were given. */
      dataHash: hash.nullable(),
      split: z.string(),
      /** Cases used, and their subjects. */
      ...{ count: z.int().positive(), subjects: z.int().positive() },
      cells: z.array(fitCell),
      /** Smaller than is advised (15): intervals of what it does will be wide. */
      smallCells: z.array(fitCell),
      shrinkage: z.number().min(0).max(1),
      seed: z.int(),
    }),
    /** SHA-256 of the evidence that was made for it; null before. */
    evidenceHash: hash.nullable(),
  })
  .refine(({ latentDim, centre, left, right }) => [centre, left, right].every((rows) => rows.length === latentDim), {
    error: "centre, left and right are to have a row a latent",
  })
  .refine(({ left, right }) => [...left, ...right].every((row) => row.length === left[0]?.length), {
    error: "left and right are to have the same number of columns",
  })
  .refine(({ classes, headBias }) => classes.length === headBias.length, {
    error: "headBias is to have a number a class",
  });

/** An affine low-rank map of the latents and a bias of the head that take an attribute out of one model's decisions. */
export type Preset = z.infer<typeof preset>;

/** A preset that can't be read, or is another model's. */
export class InvalidPreset extends Error {
  override name = "InvalidPreset";
}

/** Throws InvalidPreset naming each wrong key. @param json text of a preset's file, or its parsed value */
export function parsePreset(json: unknown): Preset {
  let value = json;
  if (typeof json === "string") {
    try {
      value = JSON.parse(json);
    } catch (cause) {
      throw new InvalidPreset("The preset is not JSON.", { cause });
    }
  }
  const result = preset.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidPreset(`This is no preset of this version:\n${z.prettifyError(result.error)}`);
}
