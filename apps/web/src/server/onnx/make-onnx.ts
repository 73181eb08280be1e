import { Worker } from "node:worker_threads";
import type { OnnxContext } from "@diaphane/core";

type Material = Parameters<OnnxContext["makeOnnx"]>[0];

let last: Promise<unknown> = Promise.resolve();

/** Makes an ONNX file in a thread, one after another: two large models at once would want the memory of both. */
export function makeOnnx(material: Material): Promise<Uint8Array | null> {
  const made = last.then(() => inThread(material));
  last = made.catch(() => undefined);
  return made;
}

function inThread(material: Material): Promise<Uint8Array | null> {
  const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { workerData: material });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread that makes ONNX files ended without one.")));
  });
}
