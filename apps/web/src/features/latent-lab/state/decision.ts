import type { ClassContrast } from "@diaphane/model";
import type { Head } from "@diaphane/model/latent";
import type { LabModel } from "./lab-model.ts";
import { probabilitiesOf, scoreHead, thresholdFor } from "./prediction.ts";

/** The decision that a counterfactual turns: for a class, against the class that it would give way to. */
export interface Decision {
  readonly contrast: ClassContrast;
  /** Its log-odds against the rival, as a head of one output. */
  readonly score: Head;
  /** Probability, of the two, at which it turns. */
  readonly threshold: number;
}

/**
 * Of two classes the one against the other, at the model's threshold. Of more the class against the likeliest other one, at even odds: then the
 * likeliest class is another.
 *
 * @param mu `[latentDim]`
 */
export function decisionOf(model: LabModel, classIndex: number, mu: Float32Array): Decision {
  const rival = rivalOf(model, classIndex, mu);
  const { latentDim, classCount, weights, bias } = model.head;
  if (model.classes.length === 2) {
    const threshold = thresholdFor(model, classIndex) ?? 0.5;
    return { contrast: { classIndex, rival }, score: scoreHead(model, classIndex), threshold };
  }
  const against = (values: Float32Array, row: number) =>
    (values[row * classCount + classIndex] ?? 0) - (values[row * classCount + rival] ?? 0);
  const score = {
    ...{ latentDim, classCount: 1, bias: Float32Array.of(against(bias, 0)) },
    weights: Float32Array.from({ length: latentDim }, (_, latent) => against(weights, latent)),
  };
  return { contrast: { classIndex, rival }, score, threshold: 0.5 };
}

function rivalOf(model: LabModel, classIndex: number, mu: Float32Array): number {
  const chances = probabilitiesOf(model, mu);
  let rival = classIndex === 0 ? 1 : 0;
  for (let k = 0; k < chances.length; k++) {
    if (k !== classIndex && (chances[k] ?? 0) > (chances[rival] ?? 0)) rival = k;
  }
  return rival;
}
