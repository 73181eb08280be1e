import * as tf from "@tensorflow/tfjs-core";
import { randomSource } from "../random/random-source.ts";
import { batchNorm } from "./batch-norm.ts";
import { biasAdd } from "./bias-add.ts";
import { convolve } from "./convolve.ts";
import { rawOperations } from "./raw-operations.ts";
import { relu } from "./relu.ts";

export interface OperationDifference {
  operation: string;
  /** Largest absolute difference over value and gradients, between this engine's own operation and the composition. */
  largestDifference: number;
}

type Apply = (inputs: tf.Tensor[], raw: ReturnType<typeof rawOperations>) => tf.Tensor;

const cases: { operation: string; shapes: number[][]; apply: Apply }[] = [
  { operation: "relu", shapes: [[2, 3, 3, 4]], apply: ([x], raw) => relu(given(x), raw) },
  {
    operation: "biasAdd",
    shapes: [[2, 3, 3, 4], [4]],
    apply: ([x, bias], raw) => biasAdd(given(x), given<tf.Tensor1D>(bias), raw),
  },
  {
    operation: "convolve",
    shapes: [
      [2, 3, 4, 8],
      [3, 3, 8, 2],
    ],
    apply: ([x, filter], raw) => convolve(given<tf.Tensor4D>(x), given<tf.Tensor4D>(filter), 1, raw),
  },
  {
    operation: "batchNorm",
    shapes: [[2, 3, 3, 4], [4], [4]],
    apply: ([x, scale, offset], raw) => {
      const result = batchNorm(given<tf.Tensor4D>(x), given(scale), given(offset), raw);
      tf.dispose([result.mean, result.variance]);
      return result.value;
    },
  },
];

/**
 * Holds the engine's own operations against the same made of tfjs operations, on small fixed numbers: a check that a native
 * engine computes what the others do. Empty where the engine has none of its own. Leaves no tensor behind.
 */
export async function compareOperations(): Promise<OperationDifference[]> {
  const raw = rawOperations();
  if (raw === null) return [];
  const differences: OperationDifference[] = [];
  for (const { operation, shapes, apply } of cases) {
    const difference = tf.tidy(() => {
      const source = randomSource(shapes.length, 7);
      const inputs = shapes.map((shape) => tf.tensor(Array.from({ length: sizeOf(shape) }, source.normal), shape));
      const own = valueAndGradients((tensors) => apply(tensors, raw), inputs);
      const composed = valueAndGradients((tensors) => apply(tensors, null), inputs);
      return tf.max(tf.abs(tf.sub(own, composed)));
    });
    const [largestDifference = Number.NaN] = await difference.data();
    difference.dispose();
    differences.push({ operation, largestDifference });
  }
  return differences;
}

/** Value and gradients in one vector, under a gradient from above that differs from place to place. */
function valueAndGradients(apply: (inputs: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[]): tf.Tensor1D {
  const shape = tf.tidy(() => apply(inputs).shape);
  const upstream = tf.reshape(tf.cos(tf.range(0, sizeOf(shape))), shape);
  const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => apply(tensors))(inputs, upstream);
  return tf.concat1d([value, ...grads].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [-1])));
}

function given<T extends tf.Tensor>(tensor: tf.Tensor | undefined): T {
  if (tensor === undefined) throw new Error("A comparison was made without one of its inputs.");
  return tensor as T;
}

function sizeOf(shape: number[]): number {
  return shape.reduce((size, side) => size * side, 1);
}
