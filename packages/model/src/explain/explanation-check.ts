import { z } from "zod";

const finite = z.number();
const estimate = z.object({ value: finite, interval: z.tuple([finite, finite]) });

/** Whether explanations of single images mean anything for a model: over images, each with an interval. */
export const explanationCheck = z.object({
  schema: z.literal("diaphane/explanation-check@1"),
  images: z.int(),
  /** `random` is a map of noise: what a useless explanation scores. */
  methods: z.array(
    z.object({
      method: z.enum(["attention", "grad-cam", "occlusion", "random"]),
      /** Mean probability while the most important pixels are taken out; low is good. */
      deletion: estimate,
      /** Mean probability while they are put in; high is good. */
      insertion: estimate,
      /**
       * Rank correlation with the map of the same network with shuffled weights (Adebayo et al. 2018): near 1 the map shows the image and
       * not the model. Null for noise.
       */
      randomised: estimate.nullable(),
      /** Pointing game (Zhang et al. 2018): how often the largest value lies in the marked region. Null: nothing is marked. */
      pointing: z.object({ hits: z.int(), images: z.int() }).nullable(),
    }),
  ),
});
export type ExplanationCheck = z.infer<typeof explanationCheck>;
