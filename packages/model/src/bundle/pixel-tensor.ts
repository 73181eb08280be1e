import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../network/model-config.ts";

/** Bytes to pixels in 0…1 `[count, inputSize, inputSize, channels]`. */
export function pixelTensor(bytes: Uint8Array, count: number, config: ModelConfig): tf.Tensor4D {
  const pixels = new Float32Array(bytes.length);
  for (let place = 0; place < bytes.length; place++) pixels[place] = (bytes[place] ?? 0) / 255;
  return tf.tensor4d(pixels, [count, config.inputSize, config.inputSize, config.channels]);
}
