import { availableParallelism } from "node:os";
import { NotCompiled, offerStepCompiler, type StepCompiler } from "@diaphane/model";
import { type Engine, EngineError } from "./engine.ts";
import { captureStep } from "./native/capture/capture-step.ts";
import { findOwnTfjsNode } from "./native/find-own.ts";
import { loadTfjsNode } from "./native/load-tfjs-node.ts";
import type { NativeBackend } from "./native/native-backend.ts";
import { prepareNative } from "./native/prepare.ts";
import { createProgress, type Progress } from "./native/progress.ts";
import { type EngineProbe, parseForcedEngine, resolveEngine } from "./resolve.ts";

export interface OpenEngineOptions {
  env?: NodeJS.ProcessEnv;
  progress?: Progress;
  /** Try to build the native engine even though a try within the last hour failed. */
  retry?: boolean;
}

/**
 * Starts this process's engine: the user's own tfjs-node, else the cached build, else one built now, else wasm.
 * Call it once, before anything computes.
 * @throws {EngineError} when the engine that `DIAPHANE_ENGINE` names can't be had.
 */
export async function openEngine(options: OpenEngineOptions = {}): Promise<Engine> {
  const { env = process.env, progress = createProgress(), retry = false } = options;
  const threads = setThreads(env);
  const own = findOwnTfjsNode();
  const probes: EngineProbe[] = [
    {
      title: "your own tfjs-node",
      family: "native",
      isPresent: () => own !== undefined,
      start: () => startNative(own ?? "", threads, progress.step),
    },
    {
      title: "native engine",
      family: "native",
      isPresent: () => true,
      start: async () => startNative(await prepareNative({ progress, retry }), threads, progress.step),
    },
    {
      title: "wasm",
      family: "wasm",
      isPresent: () => true,
      start: async () => (await import("./wasm.ts")).startWasm(),
    },
  ];
  return resolveEngine(probes, parseForcedEngine(env["DIAPHANE_ENGINE"]));
}

async function startNative(
  folder: string,
  threads: number,
  tell: (line: string) => void,
): Promise<Omit<Engine, "reasons">> {
  const { version, tensorflowVersion, backend } = await loadTfjsNode(folder);
  const name = backend.isUsingGpuDevice ? "cuda" : "native";
  // Not seen on a GPU yet, so there steps stay eager.
  const compilesSteps = name === "native";
  if (compilesSteps) offerStepCompiler("tensorflow", captureOrTell(backend, tell));
  const versions = `tfjs-node ${version}, TensorFlow ${tensorflowVersion}`;
  return { name, backend: "tensorflow", version: versions, threads, compilesSteps };
}

/** Captures steps; one that can't be runs on, operation by operation, and a person is told so once. */
function captureOrTell(backend: NativeBackend, tell: (line: string) => void): StepCompiler {
  const told = new Set<string>();
  return (step, initial, example) => {
    try {
      return captureStep(backend, step, initial, example);
    } catch (error) {
      if (error instanceof NotCompiled && !told.has(error.message)) {
        told.add(error.message);
        tell(`Slower than it could be: ${error.message}`);
      }
      throw error;
    }
  };
}

/** TensorFlow reads its thread count from the environment, once, when it is loaded. */
function setThreads(env: NodeJS.ProcessEnv): number {
  const asked = env["DIAPHANE_THREADS"];
  const threads = asked === undefined || asked === "" ? availableParallelism() : Number(asked);
  if (!Number.isInteger(threads) || threads < 1)
    throw new EngineError(`DIAPHANE_THREADS is "${asked}"; it must be a whole number from 1`);
  if (asked) process.env["TF_NUM_INTRAOP_THREADS"] = String(threads);
  return threads;
}
