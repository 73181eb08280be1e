import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { rateOf } from "./learning-rates.ts";
import type { Transfer } from "./transfer-config.ts";

/** The shares of all parameters `[P]`, in their order; made of few pieces, as neighbours mostly share one. */
export function ratesTensor(architecture: Architecture, transfer: Transfer): tf.Tensor1D {
  const runs: { length: number; rate: number }[] = [];
  for (const spec of architecture.parameters) {
    const rate = rateOf(architecture, transfer, spec.name);
    const last = runs.at(-1);
    if (last?.rate === rate) last.length += sizeOf(spec);
    else runs.push({ length: sizeOf(spec), rate });
  }
  return tf.concat1d(runs.map(({ length, rate }) => tf.fill<tf.Rank.R1>([length], rate)));
}
