import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../network/model-config.ts";
import type { ObjectiveInput, SharedLosses } from "./objective-input.ts";
import type { ObjectiveTerm } from "./objective-term.ts";
import { sharedLosses } from "./shared-losses.ts";
import type { Term, TermKind, TermSettings } from "./term.ts";
import { alignment } from "./terms/alignment.ts";
import { beta } from "./terms/beta.ts";
import { capacity } from "./terms/capacity.ts";
import { classification, nextGroupShares } from "./terms/classification.ts";
import { consistency } from "./terms/consistency.ts";
import { detection } from "./terms/detection.ts";
import { reconstruction } from "./terms/reconstruction.ts";
import { segmentation } from "./terms/segmentation.ts";
import { totalCorrelation } from "./terms/total-correlation.ts";

const terms: { [K in TermKind]: Term<K> } = {
  reconstruction,
  capacity,
  beta,
  "total-correlation": totalCorrelation,
  classification,
  alignment,
  consistency,
  segmentation,
  detection,
};

/** Losses before their weights; shape `[]` except where said. */
export interface Losses extends SharedLosses {
  total: tf.Scalar;
  /** 0 where no term asks for it. */
  classification: tf.Scalar;
  /** `[groups]`: what GroupDRO's groups weigh from here on; null without it. */
  groupShares: tf.Tensor1D | null;
  segmentation: tf.Scalar;
  detection: tf.Scalar;
}

/** The weighted sum of an objective's terms, and what the log shows of it. Means are over rows of weight 1. */
export function objective(settings: ObjectiveTerm[], config: ModelConfig, input: ObjectiveInput): Losses {
  const shared = sharedLosses(config, input);
  let total: tf.Scalar = tf.scalar(0);
  const shown = { classification: tf.scalar(0), segmentation: tf.scalar(0), detection: tf.scalar(0) };
  let groupShares: tf.Tensor1D | null = null;
  for (const each of settings) {
    const value = termValue(each.kind, each, input, shared);
    if (isShown(each.kind)) shown[each.kind] = value;
    if (each.kind === "classification") groupShares = nextGroupShares(each, input);
    total = tf.add(total, tf.mul(value, termWeight(each.kind, each)));
  }
  return { ...shared, ...shown, total, groupShares };
}

function isShown(kind: TermKind): kind is "classification" | "segmentation" | "detection" {
  return kind === "classification" || kind === "segmentation" || kind === "detection";
}

function termValue<K extends TermKind>(
  kind: K,
  settings: TermSettings<K>,
  input: ObjectiveInput,
  shared: SharedLosses,
) {
  return terms[kind].value(settings, input, shared);
}

function termWeight<K extends TermKind>(kind: K, settings: TermSettings<K>): number {
  return terms[kind].weight(settings);
}
