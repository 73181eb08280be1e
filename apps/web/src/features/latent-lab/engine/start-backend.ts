import * as tf from "@tensorflow/tfjs-core";
import { EngineError, type EngineName } from "./protocol.ts";

/**
 * Loads one tfjs backend's code, and only that, and makes it the one in use. The .wasm files come from this site itself;
 * the threaded one is not offered, because it needs a cross-origin isolated page and an own image may be small anyway.
 *
 * @throws EngineError `engineFailed` when it does not start here.
 */
export async function startBackend(name: EngineName): Promise<void> {
  tf.enableProdMode();
  if (name === "wasm") {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    const simd = new URL("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm", import.meta.url).href;
    const plain = new URL("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm", import.meta.url).href;
    setWasmPaths({
      "tfjs-backend-wasm-simd.wasm": simd,
      "tfjs-backend-wasm-threaded-simd.wasm": simd,
      "tfjs-backend-wasm.wasm": plain,
    });
  } else if (name === "webgl") await import("@tensorflow/tfjs-backend-webgl");
  else await import("@tensorflow/tfjs-backend-webgpu");
  const isStarted = await tf.setBackend(name).catch(() => false);
  if (!isStarted) throw new EngineError("engineFailed", { engine: name, detail: "" });
  await tf.ready();
}
