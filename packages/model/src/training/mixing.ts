import * as tf from "@tensorflow/tfjs-core";
import { symmetricBeta } from "../random/beta.ts";
import { purpose } from "../random/purpose.ts";
import { randomSource } from "../random/random-source.ts";
import { shuffle } from "../random/shuffle.ts";

/** What MixMatch mixes with what at a step. */
export type Mixing = {
  /** Which row each row is mixed with `[m]`, int32; every one once. */
  mixPartners: tf.Tensor1D;
  /** How much stays of each row itself `[1]`, at least half. */
  mixShare: tf.Tensor1D;
};

/** Drawn here, as a function of seed and step alone: λ' = max(λ, 1 − λ) with λ of Beta(alpha, alpha), one for all rows. */
export function mixingAt(seed: number, step: number, rows: number, alpha: number): Mixing {
  const source = randomSource(seed, purpose.mixing, step);
  const share = symmetricBeta(source, alpha);
  const partners = Int32Array.from({ length: rows }, (_, row) => row);
  shuffle(partners, source.below);
  return { mixPartners: tf.tensor1d(partners, "int32"), mixShare: tf.tensor1d([Math.max(share, 1 - share)]) };
}
