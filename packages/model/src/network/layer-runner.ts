import * as tf from "@tensorflow/tfjs-core";
import { batchNorm, fixedBatchNorm } from "../engine/batch-norm.ts";
import { biasAdd } from "../engine/bias-add.ts";
import { convolve } from "../engine/convolve.ts";
import { rawOperations } from "../engine/raw-operations.ts";
import { relu } from "../engine/relu.ts";
import type { ConvolutionLayer, DenseLayer } from "./layer.ts";
import type { Weights } from "./weights.ts";

/** How layers are computed: with batch statistics while training, with normalisation folded away at inference. */
export interface LayerRunner {
  convolve(layer: ConvolutionLayer, x: tf.Tensor4D): tf.Tensor4D;
  multiply(layer: DenseLayer, x: tf.Tensor2D): tf.Tensor2D;
}

export interface TrainingRunner extends LayerRunner {
  /** Batch means and variances in the order in which layers ran, by statistic name; kept tensors, freed by `dispose`. */
  statistics: Map<string, tf.Tensor1D>;
  dispose(): void;
}

function convolveRaw(layer: ConvolutionLayer, x: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
  return layer.kind === "depthwise"
    ? tf.depthwiseConv2d(x, kernel, layer.stride, "same")
    : convolve(x, kernel, layer.stride);
}

/** Layers that don't learn, and what their normalisation goes on using. */
export interface FrozenLayers {
  has(layerName: string): boolean;
  /** Means and variances by name. */
  statistics: Weights;
}

/** Layers with batch statistics, but for frozen ones; differentiable by every weight. */
export function trainingRunner(weights: Weights, frozen?: FrozenLayers): TrainingRunner {
  const statistics = new Map<string, tf.Tensor1D>();
  return {
    statistics,
    convolve(layer, x) {
      let y = convolveRaw(layer, x, weights.get(`${layer.name}.kernel`));
      if (layer.ending === "bias") y = biasAdd(y, weights.get(`${layer.name}.bias`));
      if (layer.ending === "batch-norm" && frozen?.has(layer.name)) {
        const part = (suffix: string) => weights.get<tf.Rank.R1>(`${layer.name}.${suffix}`);
        const statistic = (suffix: string) => frozen.statistics.get<tf.Rank.R1>(`${layer.name}.${suffix}`);
        y = fixedBatchNorm(y, part("scale"), part("offset"), statistic("mean"), statistic("variance"));
      } else if (layer.ending === "batch-norm") {
        const normalised = batchNorm(y, weights.get(`${layer.name}.scale`), weights.get(`${layer.name}.offset`));
        statistics.set(`${layer.name}.mean`, normalised.mean);
        statistics.set(`${layer.name}.variance`, normalised.variance);
        y = normalised.value;
      }
      return layer.rectified ? relu(y) : y;
    },
    multiply: (layer, x) =>
      biasAdd(tf.matMul(x, weights.get(`${layer.name}.kernel`)), weights.get(`${layer.name}.bias`)),
    dispose: () => tf.dispose([...statistics.values()]),
  };
}

/**
 * Layers of folded weights (see `foldWeights`), one plain operation after the other: for gradients by the input, as tfjs takes those of its
 * fused operations by every weight too.
 */
export function differentiableRunner(folded: Weights): LayerRunner {
  return {
    convolve(layer, x) {
      const y = convolveRaw(layer, x, folded.get(`${layer.name}.kernel`));
      if (layer.ending === "none") return y;
      const biased = biasAdd(y, folded.get(`${layer.name}.bias`));
      return layer.rectified ? relu(biased) : biased;
    },
    multiply: (layer, x) => biasAdd(tf.matMul(x, folded.get(`${layer.name}.kernel`)), folded.get(`${layer.name}.bias`)),
  };
}

/**
 * The same in one fused operation each. TensorFlow fuses by itself when it compiles, but only its own operations; tfjs-node's fused ones are
 * sums that it does not know again.
 */
export function inferenceRunner(folded: Weights): LayerRunner {
  const plain = differentiableRunner(folded);
  const hasRaw = rawOperations() !== null;
  return {
    convolve(layer, x) {
      if (hasRaw || layer.ending === "none") return plain.convolve(layer, x);
      const activation = layer.rectified ? "relu" : "linear";
      const filter = folded.get<tf.Rank.R4>(`${layer.name}.kernel`);
      const bias = folded.get<tf.Rank.R1>(`${layer.name}.bias`);
      const options = { x, filter, strides: layer.stride, pad: "same", bias, activation } as const;
      return layer.kind === "depthwise" ? tf.fused.depthwiseConv2d(options) : tf.fused.conv2d(options);
    },
    multiply: (layer, x) =>
      tf.fused.matMul({
        a: x,
        b: folded.get(`${layer.name}.kernel`),
        bias: folded.get(`${layer.name}.bias`),
      }) as tf.Tensor2D,
  };
}
