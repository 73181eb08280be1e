import * as tf from "@tensorflow/tfjs-core";
import { groupDroLoss } from "../group-dro.ts";
import { maskedLogSoftmax, smoothedTargets } from "../masked-softmax.ts";
import type { ObjectiveInput } from "../objective-input.ts";
import type { Term, TermSettings } from "../term.ts";
import { weightedMean } from "../weighted-mean.ts";

/**
 * Cross-entropy of the class logits over labelled rows, with label smoothing (Szegedy et al. 2016); the mean by the rows' weights, or
 * with `groupDro` the mean over groups by theirs. Of several sets: over the classes of each row's own set.
 */
export const classification: Term<"classification"> = {
  kind: "classification",
  weight: ({ weight }) => weight,
  value(settings, input) {
    return groupDro(settings, input)?.loss ?? weightedMean(crossEntropy(settings, input), input.labelWeights);
  },
};

/** What the groups weigh after this step `[groups]`; null without `groupDro`. */
export function nextGroupShares(settings: TermSettings<"classification">, input: ObjectiveInput): tf.Tensor1D | null {
  return groupDro(settings, input)?.shares ?? null;
}

function groupDro(settings: TermSettings<"classification">, input: ObjectiveInput) {
  if (settings.groupDro === undefined) return null;
  if (input.groups === undefined) throw new Error("GroupDRO needs the groups of the batch's images.");
  return groupDroLoss(settings.groupDro.stepSize, input.groups, crossEntropy(settings, input), input.labelWeights);
}

/** Of each row `[n]`. */
function crossEntropy(
  { labelSmoothing }: TermSettings<"classification">,
  { logits, targets, classMask }: ObjectiveInput,
): tf.Tensor1D {
  if (classMask) {
    const expected = smoothedTargets(targets, classMask, labelSmoothing);
    return tf.neg<tf.Tensor1D>(tf.sum(tf.mul(maskedLogSoftmax(logits, classMask), expected), 1));
  }
  const even = labelSmoothing / logits.shape[1];
  const smoothed = labelSmoothing === 0 ? targets : tf.add(tf.mul(targets, 1 - labelSmoothing), even);
  return tf.neg<tf.Tensor1D>(tf.sum(tf.mul(tf.logSoftmax(logits), smoothed), 1));
}
