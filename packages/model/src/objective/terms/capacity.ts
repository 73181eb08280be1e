import * as tf from "@tensorflow/tfjs-core";
import type { Term } from "../term.ts";

/** `gamma·|KL − C(t)|` (Burgess et al. 2018); the schedule gives C at each step. */
export const capacity: Term<"capacity"> = {
  kind: "capacity",
  weight: ({ gamma }) => gamma,
  value: (_settings, input, { kl }) => tf.abs(tf.sub(kl, tf.reshape<tf.Rank.R0>(input.capacity, []))),
};
