import * as tf from "@tensorflow/tfjs-core";

/** The decision that is explained: a class against another one, as two classes leave no other choice, or by itself. */
export interface ClassContrast {
  classIndex: number;
  /** Null: the class's own logit. */
  rival: number | null;
}

/** Of two classes one against the other (their log-odds), of more the class by itself. */
export function contrastOf(classIndex: number, classCount: number): ClassContrast {
  return { classIndex, rival: classCount === 2 ? 1 - classIndex : null };
}

/** `logit_class − logit_rival` of every row `[n]`; differentiable. @param logits `[n, classes]` */
export function contrastTensor(logits: tf.Tensor2D, { classIndex, rival }: ClassContrast): tf.Tensor1D {
  const weights = new Float32Array(logits.shape[1]);
  weights[classIndex] = 1;
  if (rival !== null) weights[rival] = -1;
  return tf.reshape(tf.matMul(logits, tf.tensor2d(weights, [weights.length, 1])), [-1]);
}
