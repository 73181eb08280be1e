import { batchNormEpsilon } from "../engine/batch-norm.ts";
import type { Architecture } from "./architecture.ts";
import type { ConvolutionLayer } from "./layer.ts";

/** Values and shape of a named tensor on the host. */
export interface HostTensor {
  shape: number[];
  values: Float32Array;
}

export type HostWeights = ReadonlyMap<string, HostTensor>;

/**
 * Folds batch normalisation with its running statistics into the kernels before it, so that inference has no normalisation left:
 * `kernel·g` and `offset − mean·g` with `g = scale / √(variance + ε)`.
 * @param weights parameters and statistics by name
 * @returns a kernel, and where needed a bias, for each layer
 */
export function foldWeights(architecture: Architecture, weights: HostWeights): Map<string, HostTensor> {
  const folded = new Map<string, HostTensor>();
  for (const layer of architecture.layers) {
    if (layer.kind !== "dense" && layer.ending === "batch-norm") {
      foldLayer(layer, weights, folded);
      continue;
    }
    folded.set(`${layer.name}.kernel`, tensorOf(weights, `${layer.name}.kernel`));
    if (layer.kind === "dense" || layer.ending === "bias") {
      folded.set(`${layer.name}.bias`, tensorOf(weights, `${layer.name}.bias`));
    }
  }
  return folded;
}

function foldLayer(layer: ConvolutionLayer, weights: HostWeights, folded: Map<string, HostTensor>): void {
  const part = (suffix: string): HostTensor => tensorOf(weights, `${layer.name}.${suffix}`);
  const variance = part("variance").values;
  const gain = part("scale").values.map((scale, c) => scale / Math.sqrt((variance[c] ?? 0) + batchNormEpsilon));
  const mean = part("mean").values;
  const kernel = part("kernel");
  // In both kernel layouts the normalised channel changes fastest: [h, w, from, to] and [h, w, channels, 1].
  const values = kernel.values.map((value, index) => value * (gain[index % layer.to] ?? 0));
  const bias = part("offset").values.map((offset, c) => offset - (mean[c] ?? 0) * (gain[c] ?? 0));
  folded.set(`${layer.name}.kernel`, { shape: kernel.shape, values });
  folded.set(`${layer.name}.bias`, { shape: [layer.to], values: bias });
}

function tensorOf(weights: HostWeights, name: string): HostTensor {
  const tensor = weights.get(name);
  if (tensor === undefined) throw new Error(`The weights have no tensor named ${name}.`);
  return tensor;
}
