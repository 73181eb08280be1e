import * as tf from "@tensorflow/tfjs-core";
import { registerGradients } from "./gradients.ts";
import { registerWasmGradients } from "./wasm-gradients.ts";

/** Makes gradients possible on the engine in use; again and again does nothing. */
export function offerGradients(): void {
  registerGradients();
  if (tf.getBackend() === "wasm") registerWasmGradients();
}
