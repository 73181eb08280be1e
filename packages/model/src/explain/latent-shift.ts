import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../bundle/network.ts";
import { offerGradients } from "../engine/offer-gradients.ts";
import { type ClassContrast, contrastTensor } from "./class-contrast.ts";

export interface LatentShiftOptions {
  contrast: ClassContrast;
  /** The score, in logits, that the decision turns at. */
  level: number;
  /** Standard deviation of each latent `[latentDim]`: the unit in which the way is paced out. */
  deviation: ArrayLike<number>;
}

export interface LatentShift {
  /** `∂f(D(z))/∂z` `[latentDim]` */
  gradient: Float32Array;
  /** `z + λ·gradient` `[latentDim]` */
  code: Float32Array;
  lambda: number;
  /** Score of `D(z)` and of `D(code)`, as the network reads these images. */
  scores: { before: number; after: number };
  /** Whether the decision turned on the way; if not, `code` is where the score came closest. */
  isCrossed: boolean;
}

/** How far to look, in s.d. along the gradient, and in how many steps; beyond, the decoder draws what it never learned. */
const reach = 12;
const paces = 24;
/** Steps between the last pace before the turn and the first after it. */
const finePaces = 8;

/**
 * Latent Shift (Cohen et al. 2021): follows the gradient of the decision through decoder and encoder, `z + λ·∂f(D(z))/∂z`, as far as the
 * decision about the drawn image turns. Unlike the closed form it asks what the network *reads* in the image that it draws.
 *
 * @param z `[latentDim]`
 */
export async function latentShift(
  network: Pick<Network, "differentiable">,
  z: Float32Array,
  { contrast, level, deviation }: LatentShiftOptions,
): Promise<LatentShift> {
  offerGradients();
  const gradient = await gradientAt(network, z, contrast);
  const scoresAt = (lambdas: readonly number[]) => scoresOf(network, moved(z, gradient, lambdas), contrast);
  const [before = 0] = await scoresAt([0]);
  const length = Math.hypot(...gradient.map((value, latent) => value / (deviation[latent] || 1)));
  if (!(length > 0)) {
    return { gradient, code: Float32Array.from(z), lambda: 0, scores: { before, after: before }, isCrossed: false };
  }
  const towards = before > level ? -1 : 1;
  const hasTurned = (score: number) => score > level !== before > level;
  const pace = (towards * reach) / paces / length;
  const coarse = Array.from({ length: paces }, (_, place) => (place + 1) * pace);
  const found = await scoresAt(coarse);
  const turn = found.findIndex(hasTurned);
  if (turn < 0) {
    const best = found.reduce((most, score, place) => (towards * (score - (found[most] ?? 0)) > 0 ? place : most), 0);
    return shiftTo(z, gradient, coarse[best] ?? 0, { before, after: found[best] ?? before }, false);
  }
  const fine = Array.from({ length: finePaces }, (_, place) => (turn + (place + 1) / finePaces) * pace);
  const scores = await scoresAt(fine);
  // The last one is the pace after the turn itself.
  const first = Math.max(0, scores.findIndex(hasTurned));
  return shiftTo(z, gradient, fine[first] ?? 0, { before, after: scores[first] ?? before }, true);
}

async function gradientAt(
  { differentiable }: Pick<Network, "differentiable">,
  z: Float32Array,
  contrast: ClassContrast,
): Promise<Float32Array> {
  const tensor = tf.tidy(() => {
    const score = (code: tf.Tensor): tf.Scalar => {
      const image = differentiable.decode(code as tf.Tensor2D);
      return tf.sum(contrastTensor(differentiable.logits(differentiable.features(image)), contrast));
    };
    return tf.grad(score)(tf.tensor2d(z, [1, z.length]));
  });
  try {
    return Float32Array.from(await tensor.data());
  } finally {
    tensor.dispose();
  }
}

async function scoresOf(
  { differentiable }: Pick<Network, "differentiable">,
  codes: tf.Tensor2D,
  contrast: ClassContrast,
): Promise<number[]> {
  const scores = tf.tidy(() => {
    const images = differentiable.decode(codes);
    return contrastTensor(differentiable.logits(differentiable.features(images)), contrast);
  });
  try {
    return Array.from(await scores.data());
  } finally {
    tf.dispose([codes, scores]);
  }
}

/** `[lambdas, latentDim]` */
function moved(z: Float32Array, gradient: Float32Array, lambdas: readonly number[]): tf.Tensor2D {
  const codes = lambdas.flatMap((lambda) => Array.from(z, (value, latent) => value + lambda * (gradient[latent] ?? 0)));
  return tf.tensor2d(codes, [lambdas.length, z.length]);
}

function shiftTo(
  z: Float32Array,
  gradient: Float32Array,
  lambda: number,
  scores: LatentShift["scores"],
  isCrossed: boolean,
): LatentShift {
  const code = z.map((value, latent) => value + lambda * (gradient[latent] ?? 0));
  return { gradient, code, lambda, scores, isCrossed };
}
