import { createRequire } from "node:module";
import path from "node:path";
import { registerWasmGradients } from "@diaphane/model";
import { setThreadsCount, setWasmPaths, version_wasm } from "@tensorflow/tfjs-backend-wasm";
import { setBackend } from "@tensorflow/tfjs-core";
import { type Engine, EngineError } from "./engine.ts";

/**
 * Starts tfjs' WebAssembly backend with the gradient kernels that it lacks. In node it computes on one thread.
 * @throws {EngineError} when the files can't be loaded.
 */
export async function startWasm(): Promise<Omit<Engine, "reasons">> {
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${path.dirname(entry)}${path.sep}`);
  setThreadsCount(1);
  if (!(await setBackend("wasm"))) throw new EngineError("tfjs' WebAssembly backend did not start");
  registerWasmGradients();
  return {
    name: "wasm",
    backend: "wasm",
    version: `tfjs-backend-wasm ${version_wasm}`,
    threads: 1,
    compilesSteps: false,
  };
}
