import { z } from "zod";

const finite = z.number();
const estimate = z.object({ value: finite, interval: z.tuple([finite, finite]) });

export const directionMethod = z.enum(["mean-difference", "lda", "logistic"]);
export type DirectionMethod = z.infer<typeof directionMethod>;

/** Where an attribute lies in the latent space, how sure that is, and what moving along it does. */
export const direction = z.object({
  schema: z.literal("diaphane/direction@1"),
  attribute: z.string(),
  /** The value that the direction points to; null: above the median of a number. */
  value: z.string().nullable(),
  method: directionMethod,
  withinClass: z.boolean(),
  seed: z.int(),
  /** Unit length `[latentDim]`. */
  vector: z.array(finite),
  /**
   * Of a direction from pairs (the same image without and with the attribute): how many it was fitted on, and in how many of those held out
   * the image with it lies farther along. Null: from images of their own.
   */
  pairs: z.object({ fitted: z.int(), heldOut: z.int(), rising: z.int() }).nullable().default(null),
  /** Images fitted on: without and with the attribute. */
  fitted: z.tuple([z.int(), z.int()]),
  /** Mean cosine with directions of resamples (by subject), and how many there were. */
  stability: z.object({ meanCosine: finite, resamples: z.int() }),
  /** AUROC of the projection over images that it was not fitted on; null: too few. */
  heldOut: z.object({ count: z.int(), auroc: estimate.nullable() }),
  /** Change of every class's logit, against the mean of all, for one s.d. along the direction. */
  effects: z.array(finite),
  /** Standard deviation of the images along it. */
  deviation: finite,
});
export type Direction = z.infer<typeof direction>;
