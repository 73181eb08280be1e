import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import { encodeImages } from "../network/encode.ts";
import { trainingRunner } from "../network/layer-runner.ts";
import { nameWeights, splitFlat } from "../network/weights.ts";

/**
 * What the moving average of the weights predicts `[n, classes]`: the teacher of Tarvainen & Valpola 2017, for every method, since it is better than
 * the student from the first epoch on. Normalised by the batch, as theirs is: `averageStatistics` are statistics of the student's weights
 * and come late, so in the first hundreds of steps they don't fit those of the average, which is just when pseudo labels start.
 * @param average `[P]` @param images `[n, size, size, c]` in 0…1
 */
export function teacherProbabilities(architecture: Architecture, average: tf.Tensor1D, images: tf.Tensor4D) {
  const specs = architecture.parameters;
  const runner = trainingRunner(nameWeights(splitFlat(average, specs), specs));
  try {
    return tf.softmax(encodeImages(architecture, runner, images).logits);
  } finally {
    runner.dispose();
  }
}
