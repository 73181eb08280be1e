import { availableParallelism } from "node:os";
import { NotCompiled, offerStepCompiler, type StepCompiler } from "@diaphane/model";
import { type Engine, EngineError } from "./engine.ts";
import { hasGraphicsDevice, hasNvidiaGpu } from "./graphics-device.ts";
import { captureStep } from "./native/capture/capture-step.ts";
import { findOwnTfjsNode } from "./native/find-own.ts";
import { loadTfjsNode } from "./native/load-tfjs-node.ts";
import type { NativeBackend } from "./native/native-backend.ts";
import { prepareNative } from "./native/prepare.ts";
import { createProgress, type Progress } from "./native/progress.ts";
import { cudaRecipe, nativeRecipe, type Recipe } from "./native/recipe.ts";
import { type EngineProbe, parseForcedEngine, resolveEngine } from "./resolve.ts";

export interface OpenEngineOptions {
  env?: NodeJS.ProcessEnv;
  progress?: Progress;
  /** Try to build the native engine even though a try within the last hour failed. */
  retry?: boolean;
}

/**
 * Starts this process's engine: a GPU by CUDA, else by WebGPU, else the processor by the user's own tfjs-node, the
 * cached build or one built now, else wasm.
 * Call it once, before anything computes.
 * @throws {EngineError} when the engine that `DIAPHANE_ENGINE` names can't be had.
 */
export async function openEngine(options: OpenEngineOptions = {}): Promise<Engine> {
  const { env = process.env, progress = createProgress(), retry = false } = options;
  const threads = setThreads(env);
  const own = findOwnTfjsNode();
  const forced = parseForcedEngine(env["DIAPHANE_ENGINE"]);
  const ownIsForGpus = own?.endsWith("-gpu") === true;
  const startOwn = () => startNative(own ?? "", threads, progress.step);
  const startBuild = async (recipe: Recipe) =>
    startNative(await prepareNative({ recipe, progress, retry }), threads, progress.step);
  const probes: EngineProbe[] = [
    { title: "your own tfjs-node-gpu", family: "cuda", isPresent: () => ownIsForGpus, start: startOwn },
    {
      title: "CUDA engine",
      family: "cuda",
      isPresent: () => forced === "cuda" || hasNvidiaGpu(),
      start: () => startBuild(cudaRecipe),
    },
    {
      title: "WebGPU",
      family: "webgpu",
      isPresent: () => forced === "webgpu" || hasGraphicsDevice(),
      start: async () => (await import("./webgpu.ts")).startWebGpu({ allowSoftware: forced === "webgpu" }),
    },
    {
      title: "your own tfjs-node",
      family: "native",
      isPresent: () => own !== undefined && !ownIsForGpus,
      start: startOwn,
    },
    { title: "native engine", family: "native", isPresent: () => true, start: () => startBuild(nativeRecipe) },
    {
      title: "wasm",
      family: "wasm",
      isPresent: () => true,
      start: async () => (await import("./wasm.ts")).startWasm(),
    },
  ];
  return resolveEngine(probes, forced);
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
