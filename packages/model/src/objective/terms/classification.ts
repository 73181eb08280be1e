import * as tf from "@tensorflow/tfjs-core";
import { maskedLogSoftmax, smoothedTargets } from "../masked-softmax.ts";
import type { Term } from "../term.ts";
import { weightedMean } from "../weighted-mean.ts";

/**
 * Cross-entropy of the class logits over labelled rows, with label smoothing (Szegedy et al. 2016). Of several sets: over the classes
 * of each row's own set.
 */
export const classification: Term<"classification"> = {
  kind: "classification",
  weight: ({ weight }) => weight,
  value({ labelSmoothing }, { logits, targets, labelWeights, classMask }) {
    if (classMask) {
      const expected = smoothedTargets(targets, classMask, labelSmoothing);
      return weightedMean(tf.neg(tf.sum(tf.mul(maskedLogSoftmax(logits, classMask), expected), 1)), labelWeights);
    }
    const even = labelSmoothing / logits.shape[1];
    const smoothed = labelSmoothing === 0 ? targets : tf.add(tf.mul(targets, 1 - labelSmoothing), even);
    return weightedMean(tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), smoothed), 1)), labelWeights);
  },
};
