import { foldChecked } from "../bundle/fold-checked.ts";
import { type Bundle, openBundle } from "../bundle/open-bundle.ts";
import type { Preset } from "../debias/preset.ts";
import { architectureOf } from "../network/architecture.ts";
import type { HostWeights } from "../network/fold-weights.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { foldPresetMap } from "./fold-preset-map.ts";
import { createGraph } from "./graph-builder.ts";
import { encodeOnnx } from "./messages.ts";
import { partNodes } from "./part-nodes.ts";
import { type OnnxPart, onnxOpset, onnxPartsOf } from "./parts.ts";

export interface OnnxRequest {
  /** Left out: all that the network has. */
  parts?: readonly OnnxPart[];
  /** Folded in, at `alpha` or else at its own strength. */
  preset?: Preset;
  alpha?: number;
}

/** A part was asked for that the network has no head for. */
export class MissingOnnxPart extends Error {
  override name = "MissingOnnxPart";
}

/** What a network is made of, besides its weights, as far as an export tells it. */
export interface ExportedNetwork {
  config: ModelConfig;
  weights: HostWeights;
  /** SHA-256 of the weights' file. */
  modelHash: string;
  threshold: number | null;
  temperature: number | null;
}

/**
 * A model as ONNX files: float32 with normalisation and preset folded in, the batch open. Needs no engine.
 *
 * @throws InvalidManifest or InvalidWeights; InvalidPreset when the preset is another model's; MissingOnnxPart
 */
export async function exportOnnx(bundle: Bundle, request: OnnxRequest = {}): Promise<Map<OnnxPart, Uint8Array>> {
  const { manifest, weights } = await openBundle(bundle);
  const { model: config, threshold, temperature = null } = manifest;
  return exportNetwork({ config, weights, modelHash: manifest.weights.sha256, threshold, temperature }, request);
}

/** `exportOnnx` of what has been read already. */
export function exportNetwork(network: ExportedNetwork, request: OnnxRequest): Map<OnnxPart, Uint8Array> {
  const { config, weights, modelHash } = network;
  const architecture = architectureOf(config);
  const { preset, alpha = preset?.alpha ?? 1 } = request;
  const plain = foldChecked(architecture, weights);
  const folded = preset ? foldPresetMap(architecture, plain, { preset, modelHash, alpha }) : plain;
  const has = onnxPartsOf(config);
  const files = new Map<OnnxPart, Uint8Array>();
  for (const part of request.parts ?? has) {
    if (!has.includes(part)) throw new MissingOnnxPart(`This model has no ${part}; it has ${has.join(", ")}.`);
    const graph = createGraph(part);
    partNodes({ graph, folded }, architecture, part);
    const metadata = {
      ...{ part, opset: String(onnxOpset), weightsSha256: modelHash },
      ...(part === "classifier" ? classifierFacts(network) : {}),
      ...(preset ? presetFacts(preset, alpha) : {}),
    };
    files.set(part, encodeOnnx({ graph: graph.graph, metadata, description: "For research only; no medical device." }));
  }
  return files;
}

function presetFacts({ attributes, method, rank }: Preset, alpha: number): Record<string, string> {
  return { preset: JSON.stringify({ attributes, method, rank, alpha }) };
}

function classifierFacts({ config, threshold, temperature }: ExportedNetwork): Record<string, string> {
  return {
    classes: JSON.stringify(config.classes),
    ...(threshold === null ? {} : { threshold: String(threshold) }),
    ...(temperature === null ? {} : { temperature: String(temperature) }),
  };
}
