import type * as tf from "@tensorflow/tfjs-core";
import { transformImages } from "../engine/transform-images.ts";
import { IGNORED_PIXEL } from "../images/targets.ts";
import { affineOf, isStill } from "./affine.ts";
import type { Augmentation } from "./training-config.ts";

/**
 * Moves masks as `augment` moves their images with the same uniforms: each pixel takes the class of the nearest one. What comes from
 * outside of the image is repeated edge there and nothing that anybody has looked at: it is ignored here.
 *
 * @param masks `[n, size, size, 1]` classes; @param uniform `[n, augmentationUniforms]` in [0, 1)
 */
export function augmentMasks(augmentation: Augmentation, masks: tf.Tensor4D, uniform: tf.Tensor2D): tf.Tensor4D {
  if (isStill(augmentation)) return masks;
  const transforms = affineOf(augmentation, uniform, masks.shape[1]);
  return transformImages(masks, transforms, { between: "nearest", outside: IGNORED_PIXEL });
}
