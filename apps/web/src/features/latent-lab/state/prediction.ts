import { type Contributions, contributions, exactLogits, type Head, probabilities } from "@diaphane/model/latent";
import type { LabModel } from "./lab-model.ts";

/**
 * A head of one output: how sure the model is of one class. With two classes it is the log-odds of the class against the
 * other, so that its sigmoid is the probability; with more it is the class's own logit.
 */
export function scoreHead({ head, classes }: LabModel, classIndex: number): Head {
  const { latentDim, classCount } = head;
  const other = classes.length === 2 ? 1 - classIndex : null;
  const pick = (values: Float32Array, row: number) =>
    (values[row * classCount + classIndex] ?? 0) - (other === null ? 0 : (values[row * classCount + other] ?? 0));
  return {
    latentDim,
    classCount: 1,
    weights: Float32Array.from({ length: latentDim }, (_, latent) => pick(head.weights, latent)),
    bias: Float32Array.of(pick(head.bias, 0)),
  };
}

/** The score of a code as an exact sum: `logit = baseline + Σ_j weight_j·(z_j − mean_j)`. @param z `[latentDim]` */
export function explainScore(score: Head, model: LabModel, z: ArrayLike<number>): Contributions {
  return contributions(score, z, model.latents.mean, 0);
}

/** Of every class. @param z `[latentDim]` */
export function probabilitiesOf(model: LabModel, z: ArrayLike<number>): Float64Array {
  return probabilities(exactLogits(model.head, z), model.head.classCount);
}

/** The threshold for the shown class: the validated one for class 1 of two, its mirror image for class 0, none with more classes. */
export function thresholdFor(model: LabModel, classIndex: number): number | null {
  if (model.classes.length !== 2 || model.threshold === null) return null;
  return classIndex === 1 ? model.threshold : 1 - model.threshold;
}
