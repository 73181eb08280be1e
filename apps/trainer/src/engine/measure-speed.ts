import * as tf from "@tensorflow/tfjs-core";

/** Billions of floating point operations a second. */
export interface Speed {
  matMulGflops: number;
  convGflops: number;
}

/** Measures the engine that is running, in about two seconds. */
export async function measureSpeed(): Promise<Speed> {
  const side = 512;
  const matrix = tf.ones([side, side]);
  const images = tf.ones([16, 32, 32, 64]);
  const filter = tf.ones([3, 3, 64, 64]);
  try {
    const matMulSeconds = await medianSeconds(() => tf.matMul(matrix, matrix));
    const convSeconds = await medianSeconds(() => tf.conv2d(images as tf.Tensor4D, filter as tf.Tensor4D, 1, "same"));
    return {
      matMulGflops: (2 * side ** 3) / matMulSeconds / 1e9,
      convGflops: (2 * images.size * 3 * 3 * 64) / convSeconds / 1e9,
    };
  } finally {
    tf.dispose([matrix, images, filter]);
  }
}

async function medianSeconds(compute: () => tf.Tensor): Promise<number> {
  const seconds: number[] = [];
  const end = performance.now() + 1000;
  // The first two rounds only warm up: kernels are chosen and memory is taken then.
  for (let round = -2; round < 30 && (round < 5 || performance.now() < end); round++) {
    const start = performance.now();
    const result = compute();
    await result.data();
    if (round >= 0) seconds.push((performance.now() - start) / 1000);
    result.dispose();
  }
  return seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.POSITIVE_INFINITY;
}
