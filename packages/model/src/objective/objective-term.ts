import { z } from "zod";
import { consistencyTerm } from "./consistency-term.ts";

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
    /** Attribute whose values, together with the label, part the images into groups; a missing value is a group too. */
    groupBy: z.string().min(1).max(200).optional(),
    /** One factor a group in the order of `imageGroups`, "balanced" for the inverse of its frequency, or "none", as if left out. */
    groupWeights: z.union([z.enum(["none", "balanced"]), z.array(weight)]).optional(),
    /** Groups weigh the more the worse they are learned (Sagawa et al. 2020: .01). */
    groupDro: z.strictObject({ stepSize: z.number().positive() }).optional(),
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
  consistencyTerm,
]);

/** One part of a training objective, as plain data kept beside the weights. */
export type ObjectiveTerm = z.infer<typeof objectiveTerm>;

/** The attributes of the images that latents are aligned with, in the order of the objective. */
export function alignedAttributes(terms: readonly ObjectiveTerm[]): string[] {
  return terms.flatMap((term) => (term.kind === "alignment" ? term.attributes.map(({ name }) => name) : []));
}

/** The attribute that parts the images into groups, where there is one. */
export function groupingAttribute(terms: readonly ObjectiveTerm[]): string | undefined {
  return terms.find((term) => term.kind === "classification")?.groupBy;
}

/** Every attribute of the images that an objective needs, each once. */
export function neededAttributes(terms: readonly ObjectiveTerm[]): string[] {
  return [...new Set([...alignedAttributes(terms), groupingAttribute(terms) ?? []].flat())];
}
