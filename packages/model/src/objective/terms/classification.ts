import * as tf from "@tensorflow/tfjs-core";
import type { Term } from "../term.ts";
import { weightedMean } from "../weighted-mean.ts";

/** Cross-entropy of the class logits over labelled rows, with label smoothing (Szegedy et al. 2016). */
export const classification: Term<"classification"> = {
  kind: "classification",
  weight: ({ weight }) => weight,
  value({ labelSmoothing }, { logits, targets, labelWeights }) {
    const even = labelSmoothing / logits.shape[1];
    const smoothed = labelSmoothing === 0 ? targets : tf.add(tf.mul(targets, 1 - labelSmoothing), even);
    return weightedMean(tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), smoothed), 1)), labelWeights);
  },
};
