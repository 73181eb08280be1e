import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "./raw-operations.ts";

/** Gradients of the two convolutions, each one kernel: tfjs-node and WebGPU have them, for wasm see `registerWasmGradients`. */
export const convolutionGradients: tf.GradConfig[] = [
  {
    kernelName: "Conv2D",
    inputsToSave: ["x", "filter"],
    gradFunc: (dy, saved, attributes) => {
      const { x, filter } = operands(saved);
      // TensorFlow's own kernels know 1×1 filters.
      if (rawOperations() === null && isPointwise(filter, attributes)) return pointwiseGradients(single(dy), x, filter);
      return {
        x: () => inputGradient(single(dy), x, filter, attributes),
        filter: () => filterGradient(single(dy), x, filter, attributes),
      };
    },
  },
  {
    kernelName: "DepthwiseConv2dNative",
    inputsToSave: ["x", "filter"],
    gradFunc: (dy, saved, attributes) => {
      const { x, filter } = operands(saved);
      const forInput = { ...attributes, inputShape: x.shape };
      const forFilter = { ...attributes, filterShape: filter.shape };
      return {
        x: () => run("DepthwiseConv2dNativeBackpropInput", { dy: single(dy), filter }, forInput),
        filter: () => run("DepthwiseConv2dNativeBackpropFilter", { x, dy: single(dy) }, forFilter),
      };
    },
  },
];

export function inputGradient(dy: tf.Tensor, x: tf.Tensor, filter: tf.Tensor, attributes: tf.NamedAttrMap): tf.Tensor {
  return run("Conv2DBackpropInput", { dy, filter }, { ...attributes, inputShape: x.shape });
}

export function filterGradient(dy: tf.Tensor, x: tf.Tensor, filter: tf.Tensor, attributes: tf.NamedAttrMap): tf.Tensor {
  if (isNarrowing(filter, attributes)) return narrowingFilterGradient(dy, x, filter, attributes);
  return run("Conv2DBackpropFilter", { x, dy }, { ...attributes, filterShape: filter.shape });
}

function isPointwise(filter: tf.Tensor, attributes: tf.NamedAttrMap): boolean {
  return filter.shape[0] === 1 && filter.shape[1] === 1 && isDense(attributes);
}

function isDense({ strides }: tf.NamedAttrMap): boolean {
  return strides === 1 || (Array.isArray(strides) && strides.every((stride) => stride === 1));
}

/** Few channels out of many, same size, filter sides odd: the decoder's last layer. */
export function isNarrowing(filter: tf.Tensor, attributes: tf.NamedAttrMap): boolean {
  const [height = 0, width = 0, from = 0, to = 0] = filter.shape;
  return (
    to <= 4 &&
    from >= 4 * to &&
    height * width > 1 &&
    height % 2 === 1 &&
    width % 2 === 1 &&
    attributes["pad"] === "same" &&
    isDense(attributes)
  );
}

/**
 * `dW[t, c, o] = Σ_p x[p + t, c]·dy[p, o]` with the roles of x and dy exchanged, which turns the filter around: `G[−t, o, c]`. Kernels
 * spread out the patches of what they take as the input, which are then of `to` channels and not of `from`: 5 times faster.
 */
function narrowingFilterGradient(
  dy: tf.Tensor,
  x: tf.Tensor,
  filter: tf.Tensor,
  attributes: tf.NamedAttrMap,
): tf.Tensor {
  const [height = 0, width = 0, from = 0, to = 0] = filter.shape;
  const filterShape = [height, width, to, from];
  const turned: tf.Tensor4D = run("Conv2DBackpropFilter", { x: dy, dy: x }, { ...attributes, filterShape });
  return tf.transpose(tf.reverse(turned, [0, 1]), [0, 1, 3, 2]);
}

/** A 1×1 convolution is a matrix product, and so are its gradients: several times faster than wasm's kernel for any filter. */
function pointwiseGradients(dy: tf.Tensor, x: tf.Tensor, filter: tf.Tensor): Record<string, () => tf.Tensor> {
  const [, , from = 0, to = 0] = filter.shape;
  const upstream = tf.reshape<tf.Rank.R2>(dy, [-1, to]);
  return {
    x: () => tf.reshape(tf.matMul(upstream, tf.reshape<tf.Rank.R2>(filter, [from, to]), false, true), x.shape),
    filter: () => tf.reshape(tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, from]), upstream, true, false), filter.shape),
  };
}

function run<T extends tf.Tensor>(kernel: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): T {
  return tf.engine().runKernel(kernel, inputs, attributes);
}

function single(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(dy)) throw new Error("A convolution has one result, so one gradient.");
  return dy;
}

function operands(saved: tf.Tensor[]): { x: tf.Tensor; filter: tf.Tensor } {
  const [x, filter] = saved;
  if (x === undefined || filter === undefined) throw new Error("A convolution's gradient needs its input and filter.");
  return { x, filter };
}
