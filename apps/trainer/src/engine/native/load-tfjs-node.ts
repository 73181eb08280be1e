import { existsSync, readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { registerBackend, setBackend } from "@tensorflow/tfjs-core";
import { z } from "zod";
import { EngineError } from "../engine.ts";
import type { NativeBackend, NativeBinding } from "./native-backend.ts";

const packageJson = z.object({ name: z.string(), version: z.string() });

type BackendClass = new (binding: NativeBinding, packageName: string) => NativeBackend;

export interface TfjsNode {
  folder: string;
  version: string;
  tensorflowVersion: string;
  backend: NativeBackend;
}

/** The compiled binding inside a tfjs-node package, or undefined when it was installed without one. */
export function findBinding(folder: string): string | undefined {
  return ["napi-v8", "napi-v7", "napi-v6", "napi-v5", "napi-v4", "napi-v3"]
    .map((name) => path.join(folder, "lib", name, "tfjs_binding.node"))
    .find((file) => existsSync(file));
}

/**
 * Loads the kernels and the backend of the tfjs-node (or tfjs-node-gpu) package in `folder` and makes it tfjs-core's backend.
 *
 * The package's own entry point is passed by: it would bring a second tfjs-core, whose tensors and registries this
 * process does not share. Whatever in `folder` asks for tfjs gets the project's tfjs-core instead, so there is one.
 *
 * @throws {EngineError} when there is no compiled binding or TensorFlow does not start.
 */
export async function loadTfjsNode(folder: string): Promise<TfjsNode> {
  const bindingFile = findBinding(folder);
  if (!bindingFile) throw new EngineError(`${folder} has no compiled binding (lib/napi-v*/tfjs_binding.node)`);
  // oneDNN is off by default on some processors, and convolution gradients are 2.6 times faster with it.
  process.env["TF_ENABLE_ONEDNN_OPTS"] ??= "1";
  process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "2";
  // Else TensorFlow takes all of a GPU's memory at once.
  process.env["TF_FORCE_GPU_ALLOW_GROWTH"] ??= "true";
  // Operations of a graph that ran side by side gave another rounding about once in 100 steps. One by one each still uses all
  // threads; it costs up to a tenth.
  process.env["TF_NUM_INTEROP_THREADS"] ??= "1";
  const { name, version } = packageJson.parse(JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")));
  const load = createRequire(path.join(folder, "package.json"));
  // tfjs-node still asks for these two; newer Node warns of them, then lacks them.
  const isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  Object.assign(load("node:util"), { isNullOrUndefined, isArray: Array.isArray });
  const hooks = shareTfjsCore(folder);
  try {
    const binding: NativeBinding = load(bindingFile);
    load("./dist/register_all_kernels.js");
    const { NodeJSKernelBackend }: { NodeJSKernelBackend: BackendClass } = load("./dist/nodejs_kernel_backend.js");
    const backend = new NodeJSKernelBackend(binding, name);
    registerBackend("tensorflow", () => backend, 3);
    if (!(await setBackend("tensorflow"))) throw new EngineError("TensorFlow did not start");
    return { folder, version, tensorflowVersion: binding.TF_Version, backend };
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError(`tfjs-node in ${folder} can't be loaded: ${messageOf(error)}`, { cause: error });
  } finally {
    hooks.deregister();
  }
}

function shareTfjsCore(folder: string): { deregister(): void } {
  const core = pathToFileURL(createRequire(import.meta.url).resolve("@tensorflow/tfjs-core")).href;
  const inside = pathToFileURL(`${folder}${path.sep}`).href;
  return registerHooks({
    resolve(specifier, context, nextResolve) {
      const asksForTfjs = specifier === "@tensorflow/tfjs" || specifier === "@tensorflow/tfjs-core";
      if (!asksForTfjs || !context.parentURL?.startsWith(inside)) return nextResolve(specifier, context);
      return { url: core, format: "commonjs", shortCircuit: true };
    },
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
