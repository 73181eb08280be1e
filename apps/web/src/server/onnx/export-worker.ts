import { parentPort, workerData } from "node:worker_threads";
import { parseManifest } from "@diaphane/model";
import { parsePreset } from "@diaphane/model/debias";
import { exportOnnx, MissingOnnxPart, onnxParts } from "@diaphane/model/onnx";
import { z } from "zod";

// Runs in a thread of its own: to read, fold and write the weights of a large network takes a good part of a second.

const material = z.object({
  part: z.enum(onnxParts),
  manifest: z.instanceof(Uint8Array),
  weights: z.instanceof(Uint8Array),
  preset: z.instanceof(Uint8Array).nullable(),
});
const evidence = z.object({ preset: z.unknown() });

const { part, manifest, weights, preset } = material.parse(workerData);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const folded = preset === null ? {} : { preset: parsePreset(evidence.parse(JSON.parse(textOf(preset))).preset) };
try {
  const files = await exportOnnx({ manifest: parseManifest(textOf(manifest)), weights }, { parts: [part], ...folded });
  parentPort?.postMessage(files.get(part) ?? null);
} catch (error) {
  if (!(error instanceof MissingOnnxPart)) throw error;
  parentPort?.postMessage(null);
}
