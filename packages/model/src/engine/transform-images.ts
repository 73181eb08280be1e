import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "./raw-operations.ts";

/** How values between pixels and outside of the image are found. */
export interface Sampling {
  between: "bilinear" | "nearest";
  /** The edge's, or a value of its own. */
  outside: "edge" | number;
}

/**
 * Maps every output pixel `(x, y)` to the input point `(a0·x + a1·y + a2, b0·x + b1·y + b2)`; bilinear, edges repeated, unless told
 * otherwise.
 * Has no gradient. tfjs-node lacks tfjs' own kernel for this, so TensorFlow's is called.
 * @param images `[n, h, w, c]`
 * @param transforms `[n, 8]`: a0 a1 a2 b0 b1 b2 0 0
 */
export function transformImages(
  images: tf.Tensor4D,
  transforms: tf.Tensor2D,
  { between, outside }: Sampling = { between: "bilinear", outside: "edge" },
): tf.Tensor4D {
  const raw = rawOperations();
  const [mode, value] = outside === "edge" ? (["nearest", 0] as const) : (["constant", outside] as const);
  if (raw === null) return tf.image.transform(images, transforms, between, mode, value);
  const [, height, width] = images.shape;
  const attributes = [
    raw.attribute("dtype", "type", "float32"),
    raw.attribute("interpolation", "string", between.toUpperCase()),
    raw.attribute("fill_mode", "string", mode.toUpperCase()),
  ];
  const size = tf.tensor1d([height, width], "int32");
  const inputs = [images, transforms, size, tf.scalar(value)];
  return raw.run("ImageProjectiveTransformV3", attributes, inputs);
}
