import { architectureOf } from "./architecture.ts";
import { multiplyAddsOf } from "./layer.ts";
import type { ModelConfig } from "./model-config.ts";
import { sizeOf } from "./parameter-spec.ts";

export interface ModelEstimate {
  parameterCount: number;
  /** Multiply-adds of one image through encoder, head and decoder. */
  multiplyAdds: number;
  /** Multiply-adds of one decode: what moving a slider costs. */
  decodeMultiplyAdds: number;
  /** Weights file and manifest, in bytes. */
  bundleSizeBytes: number;
}

/** Bytes that a manifest and the header of the weights take in addition, about; measured on trained bundles. */
const manifestBytes = 60_000;

/** What a network costs, from its declarations alone: no tensor is made. */
export function estimateModel(config: ModelConfig): ModelEstimate {
  const architecture = architectureOf(config);
  const parameterCount = architecture.parameters.reduce((sum, spec) => sum + sizeOf(spec), 0);
  const statisticCount = architecture.statistics.reduce((sum, spec) => sum + sizeOf(spec), 0);
  const decoding = architecture.layers.filter((layer) => layer.name.startsWith("decoder."));
  const total = (layers: typeof decoding): number => layers.reduce((sum, layer) => sum + multiplyAddsOf(layer), 0);
  return {
    parameterCount,
    multiplyAdds: total(architecture.layers),
    decodeMultiplyAdds: total(decoding),
    bundleSizeBytes: 4 * (parameterCount + statisticCount) + manifestBytes,
  };
}
