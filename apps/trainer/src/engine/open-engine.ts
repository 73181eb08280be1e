import { availableParallelism } from "node:os";
import { offerStepCompiler } from "@diaphane/model";
import { type Engine, EngineError } from "./engine.ts";
import { captureStep } from "./native/capture/capture-step.ts";
import { findOwnTfjsNode } from "./native/find-own.ts";
import { loadTfjsNode } from "./native/load-tfjs-node.ts";
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
      start: () => startNative(own ?? "", threads),
    },
    {
      title: "native engine",
      family: "native",
      isPresent: () => true,
      start: async () => startNative(await prepareNative({ progress, retry }), threads),
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

async function startNative(folder: string, threads: number): Promise<Omit<Engine, "reasons">> {
  const { version, tensorflowVersion, backend } = await loadTfjsNode(folder);
  const name = backend.isUsingGpuDevice ? "cuda" : "native";
  // Not seen on a GPU yet, so there steps stay eager.
  const compilesSteps = name === "native";
  if (compilesSteps)
    offerStepCompiler("tensorflow", (step, initial, example) => captureStep(backend, step, initial, example));
  const versions = `tfjs-node ${version}, TensorFlow ${tensorflowVersion}`;
  return { name, backend: "tensorflow", version: versions, threads, compilesSteps };
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
