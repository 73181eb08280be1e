import type { Precision } from "../bundle/precision.ts";
import { architectureOf } from "./architecture.ts";
import { denseHeadLayers } from "./dense-heads.ts";
import { type Layer, multiplyAddsOf, outputSizeOf } from "./layer.ts";
import type { ModelConfig } from "./model-config.ts";
import { type ParameterSpec, parametersOf, sizeOf } from "./parameter-spec.ts";

export interface ModelEstimate {
  parameterCount: number;
  /** Those of them that segmentation and detection bring: beyond the bounds of the sizes. */
  denseHeadParameterCount: number;
  /** Multiply-adds of one image through encoder, head and decoder. */
  multiplyAdds: number;
  /** Multiply-adds of one decode: what moving a slider costs. */
  decodeMultiplyAdds: number;
  /**
   * How long training takes, in a unit of its own that compares networks: multiply-adds, and 50 of them for each value of a map.
   * Small networks spend most of their time on normalising and moving maps, not on multiplying: by multiply-adds alone base would
   * take three times as long, beside nano, as was measured.
   */
  trainingCost: number;
  /** Weights file and manifest, in bytes, with kernels in each precision. */
  bundleSizeBytes: Record<Precision, number>;
}

/** Bytes that a manifest and the header of the weights take in addition, about; measured on trained bundles. */
const manifestBytes = 60_000;

const multiplyAddsPerMapValue = 50;

const kernelBytes: Record<Precision, number> = { float32: 4, float16: 2, int8: 1 };

/** What a network costs, from its declarations alone: no tensor is made. */
export function estimateModel(config: ModelConfig): ModelEstimate {
  const architecture = architectureOf(config);
  const decoding = architecture.layers.filter((layer) => layer.name.startsWith("decoder."));
  const total = (layers: typeof decoding): number => layers.reduce((sum, layer) => sum + multiplyAddsOf(layer), 0);
  const kernels = architecture.parameters.filter(({ shape }) => shape.length > 1);
  const vectors = [...architecture.parameters.filter(({ shape }) => shape.length === 1), ...architecture.statistics];
  // Quantised kernels bring a scale for each of their output channels.
  const scales = architecture.layers.reduce((sum, layer) => sum + layer.to, 0);
  const bytes = (precision: Precision): number =>
    manifestBytes +
    kernelBytes[precision] * sizeOfAll(kernels) +
    4 * (sizeOfAll(vectors) + (precision === "int8" ? scales : 0));
  const multiplyAdds = total(architecture.layers);
  return {
    parameterCount: sizeOfAll(architecture.parameters),
    denseHeadParameterCount: sizeOfAll(denseHeadLayers(architecture).flatMap(parametersOf)),
    multiplyAdds,
    trainingCost: architecture.layers.reduce((sum, layer) => sum + trainingCostOf(layer), 0),
    decodeMultiplyAdds: total(decoding),
    bundleSizeBytes: { float32: bytes("float32"), float16: bytes("float16"), int8: bytes("int8") },
  };
}

/** A layer's share of `trainingCost`. */
export function trainingCostOf(layer: Layer): number {
  return multiplyAddsOf(layer) + multiplyAddsPerMapValue * outputSizeOf(layer);
}

function sizeOfAll(specs: ParameterSpec[]): number {
  return specs.reduce((sum, spec) => sum + sizeOf(spec), 0);
}
