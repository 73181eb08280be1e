"use client";

import type { Contributions, Head } from "@diaphane/model/latent";
import { useMemo } from "react";
import type { LabModel } from "./state/lab-model.ts";
import type { LabState } from "./state/lab-state.ts";
import { movedCode } from "./state/latent-axis.ts";
import { type OrderedLatents, orderLatents } from "./state/order-latents.ts";
import { explainScore, probabilitiesOf, scoreHead, thresholdFor } from "./state/prediction.ts";
import type { AppliedPreset } from "./use-lab-preset.ts";

/** One side of "before → after". */
export interface Moment extends Contributions {
  readonly probability: number;
}

/** The prediction for one class, as the exact sum that it is. */
export interface Explanation {
  readonly classIndex: number;
  readonly className: string;
  readonly score: Head;
  readonly threshold: number | null;
  readonly before: Moment;
  readonly after: Moment;
  readonly latents: OrderedLatents;
}

/** @param preset on `after` alone: what it was before the sliders, and before the preset */
export function useExplanation(
  model: LabModel,
  mu: Float32Array,
  state: LabState,
  preset: AppliedPreset | null,
): Explanation {
  const { classIndex: picked, offsets, order } = state;
  const still = useMemo(() => {
    const classIndex = picked !== null && picked < model.classes.length ? picked : likeliestClass(model, mu);
    const score = scoreHead(model, classIndex);
    const before = momentOf(model, score, classIndex, mu);
    return {
      classIndex,
      className: model.classes[classIndex] ?? "",
      score,
      threshold: thresholdFor(model, classIndex),
      before,
      latents: orderLatents(model, score, before.contributions, order),
    };
  }, [model, mu, picked, order]);
  return useMemo(() => {
    const moved = movedCode(model, mu, offsets);
    if (!preset) return { ...still, after: momentOf(model, still.score, still.classIndex, moved) };
    const presented = { ...model, head: preset.head };
    const score = scoreHead(presented, still.classIndex);
    return { ...still, after: momentOf(presented, score, still.classIndex, preset.apply(moved)) };
  }, [still, model, mu, offsets, preset]);
}

/** Of two classes the second, which is the finding; of more, the one the model thinks likeliest. */
function likeliestClass(model: LabModel, mu: Float32Array): number {
  if (model.classes.length === 2) return 1;
  const probabilities = probabilitiesOf(model, mu);
  return probabilities.indexOf(Math.max(...probabilities));
}

function momentOf(model: LabModel, score: Head, classIndex: number, z: Float32Array): Moment {
  return { ...explainScore(score, model, z), probability: probabilitiesOf(model, z)[classIndex] ?? 0 };
}
