import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { timeInference } from "./time-inference.ts";

// Bundled into a page by run-in-chromium.ts. One thread, as in the lab.
setWasmPaths("/wasm/");
await tf.setBackend("wasm");
Object.assign(globalThis, { timeInference });
