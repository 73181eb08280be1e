import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Tensor } from "@tensorflow/tfjs-core";
import type { NativeBackend } from "../native-backend.ts";
import { CaptureRefused } from "./capture-refused.ts";
import { encodeSavedModel, savedModelTag } from "./encode-saved-model.ts";
import type { Endpoint, GraphNode } from "./graph-node.ts";

/** A graph at work, with its own variables. */
export interface GraphSession {
  /** One call into TensorFlow. @param fed by endpoint; the caller disposes of inputs and outputs */
  run(fed: readonly (readonly [Endpoint, Tensor])[], asked: readonly Endpoint[]): Tensor[];
  dispose(): void;
}

/**
 * Hands the graph to TensorFlow, which reads it from a folder that is gone afterwards.
 * @throws {CaptureRefused} when TensorFlow finds a fault in it
 */
export function openGraphSession(backend: NativeBackend, nodes: GraphNode[]): GraphSession {
  const { binding } = backend;
  const folder = mkdtempSync(path.join(tmpdir(), "diaphane-graph-"));
  let session: number;
  try {
    writeFileSync(path.join(folder, "saved_model.pb"), encodeSavedModel(nodes));
    session = binding.loadSavedModel(folder, savedModelTag);
  } catch (error) {
    // Some of tfjs-node's operations leave attributes to be guessed, which TensorFlow does one by one but not in a graph.
    throw new CaptureRefused(
      `TensorFlow does not take it (${oneLine(error)})`,
      "Let it compute with other operations.",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    run(fed, asked) {
      const ids = backend.getInputTensorIds(fed.map(([, tensor]) => tensor));
      const names = fed.map(([endpoint]) => endpoint).join();
      return binding.runSavedModel(session, ids, names, asked.join()).map((made) => backend.createOutputTensor(made));
    },
    dispose: () => binding.deleteSavedModel(session),
  };
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").trim();
}
