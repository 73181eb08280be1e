import * as tf from "@tensorflow/tfjs-core";
import { withGradient } from "./with-gradient.ts";

/** The same values, through which no gradient passes. */
export function stopGradient<T extends tf.Tensor>(x: T): T {
  return withGradient([x], () => ({ value: tf.clone(x), gradient: (dy) => [tf.zerosLike(dy)] }));
}
