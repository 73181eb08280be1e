import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "./raw-operations.ts";

/**
 * Maps every output pixel `(x, y)` to the input point `(a0·x + a1·y + a2, b0·x + b1·y + b2)`, bilinear, edges repeated.
 * Has no gradient. tfjs-node lacks tfjs' own kernel for this, so TensorFlow's is called.
 * @param images `[n, h, w, c]`
 * @param transforms `[n, 8]`: a0 a1 a2 b0 b1 b2 0 0
 */
export function transformImages(images: tf.Tensor4D, transforms: tf.Tensor2D): tf.Tensor4D {
  const raw = rawOperations();
  if (raw === null) return tf.image.transform(images, transforms, "bilinear", "nearest");
  const [, height, width] = images.shape;
  const attributes = [
    raw.attribute("dtype", "type", "float32"),
    raw.attribute("interpolation", "string", "BILINEAR"),
    raw.attribute("fill_mode", "string", "NEAREST"),
  ];
  const size = tf.tensor1d([height, width], "int32");
  const inputs = [images, transforms, size, tf.scalar(0)];
  return raw.run("ImageProjectiveTransformV3", attributes, inputs);
}
