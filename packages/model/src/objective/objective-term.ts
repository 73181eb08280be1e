import { z } from "zod";

const weight = z.number().nonnegative();

export const objectiveTerm = z.discriminatedUnion("kind", [
  /** −log p(x given z), summed over pixels. */
  z.strictObject({ kind: z.literal("reconstruction"), weight }),
  /** gamma·|KL − C(t)|: C rises linearly to `capacity` nats over `rampShare` of training (Burgess et al. 2018). */
  z.strictObject({
    kind: z.literal("capacity"),
    gamma: weight,
    capacity: z.number().nonnegative(),
    rampShare: z.number().min(0).max(1),
  }),
  /** beta·KL (Higgins et al. 2017). */
  z.strictObject({ kind: z.literal("beta"), beta: weight }),
  /** The KL in its three parts, each with its weight (Chen et al. 2018); theirs are 1, β, 1. */
  z.strictObject({
    kind: z.literal("total-correlation"),
    mutualInformation: weight,
    totalCorrelation: weight,
    dimensionWise: weight,
  }),
  /** Cross-entropy of the class logits over labelled rows. */
  z.strictObject({
    kind: z.literal("classification"),
    weight,
    labelSmoothing: z.number().min(0).max(0.5),
    /** One factor a class, "balanced" for the inverse of its frequency, or "none". */
    classWeights: z.union([z.enum(["none", "balanced"]), z.array(weight)]),
  }),
  /** Cross-entropy of each pixel's class, and `diceWeight` times one minus the soft Dice (see the term). */
  z.strictObject({ kind: z.literal("segmentation"), weight, diceWeight: weight }),
  /** Focal loss of centres, and L1 of box sizes and offsets (Zhou et al. 2019). */
  z.strictObject({ kind: z.literal("detection"), weight, sizeWeight: weight, offsetWeight: weight }),
  /** Each named attribute of the images orders one latent, counted from 0 (Pati & Lerch 2020). */
  z.strictObject({
    kind: z.literal("alignment"),
    weight,
    /** How steeply a difference in the latent counts as an order. */
    delta: z.number().positive(),
    attributes: z.array(z.strictObject({ name: z.string().min(1).max(200), latent: z.int().nonnegative() })).min(1),
  }),
]);

/** One part of a training objective, as plain data kept beside the weights. */
export type ObjectiveTerm = z.infer<typeof objectiveTerm>;

/** The attributes of the images that an objective needs, in its order. */
export function alignedAttributes(terms: readonly ObjectiveTerm[]): string[] {
  return terms.flatMap((term) => (term.kind === "alignment" ? term.attributes.map(({ name }) => name) : []));
}

export const erasing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  /** One rectangle an image with the given probability (Zhong et al. 2020). */
  z.strictObject({
    kind: z.literal("rectangle"),
    probability: z.number().min(0).max(1),
    area: z.tuple([z.number().positive().max(1), z.number().positive().max(1)]),
    aspect: z.tuple([z.number().positive(), z.number().positive()]),
  }),
  /** Square patches, each erased with probability `ratio` (He et al. 2022; Xiao et al. 2023 for chest X-rays: .4). */
  z.strictObject({ kind: z.literal("patches"), ratio: z.number().min(0).max(1), patchSize: z.int().min(1).max(64) }),
]);

/** What is taken away from the encoder's view; the decoder restores the whole image. */
export type Erasing = z.infer<typeof erasing>;
