import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readBundleFolder } from "../../apps/trainer/src/bundle/bundle-folder.ts";
import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { type Encoding, loadModel } from "../../packages/model/src/index.ts";
import { exportOnnx } from "../../packages/model/src/onnx/index.ts";
import type { OnnxPart } from "../../packages/model/src/onnx/parts.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";
import { startPythonPeer } from "../peers/python-peer.ts";

// Whether Python's ONNX runtime computes from an export what the model computes. Ends with 1 where it does not. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: "string", default: "python3" } },
});

const tolerance = 1e-4;
const count = 4;
const answer = z.object({ version: z.string(), outputs: z.record(z.string(), z.array(z.number())) });

const folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-onnx-"));
const peer = startPythonPeer(values.python, "./onnx_python.py");
try {
  await openEngine();
  for (const model of positionals) await checkModel(model);
} finally {
  peer.stop();
  await rm(folder, { recursive: true });
}

async function checkModel(name: string): Promise<void> {
  const bundle = await readBundleFolder(name);
  const model = await loadModel(bundle);
  const { inputSize: side, channels, latentDim } = model.config;
  const random = randomSource(1);
  const images = Uint8Array.from({ length: count * side * side * channels }, () => random.below(256));
  const encoding = await model.encode({ count, height: side, width: side, channels, images });
  const pixels = channelsFirst(
    Float32Array.from(images, (byte) => byte / 255),
    side,
    channels,
  );
  const image = channelsFirst(await model.decode(encoding.mu), side, channels);
  for (const [part, bytes] of await exportOnnx(bundle)) {
    const file = path.join(folder, `${part}.onnx`);
    await writeFile(file, bytes);
    const isDecoder = part === "decoder";
    const asked = isDecoder
      ? { input: "latents", dims: [count, latentDim], values: [...encoding.mu] }
      : { input: "image", dims: [count, channels, side, side], values: [...pixels] };
    const { version, outputs } = answer.parse(await peer.ask({ file, ...asked }));
    for (const [output, expected] of Object.entries(expectedOf(part, encoding, image))) {
      const difference = greatestDifference(outputs[output] ?? [], expected);
      const verdict = difference < tolerance ? "equal" : "DIFFERENT";
      console.log(
        `${name} ${part}.${output}: ${verdict} within ${difference.toExponential(1)} (onnxruntime ${version})`,
      );
      if (difference >= tolerance) process.exitCode = 1;
    }
  }
  model.dispose();
}

/** What the model itself gives; the heads for masks and boxes are only loaded and run. */
function expectedOf(part: OnnxPart, encoding: Encoding, image: Float32Array): Record<string, Float32Array> {
  if (part === "encoder") return { mu: encoding.mu, log_var: encoding.logVar };
  if (part === "decoder") return { image };
  return part === "classifier" ? { logits: encoding.logits } : {};
}

function channelsFirst(pixels: Float32Array, side: number, channels: number): Float32Array {
  const places = side * side;
  return pixels.map((_, index) => {
    const [image, rest] = [Math.floor(index / (places * channels)), index % (places * channels)];
    return pixels[(image * places + (rest % places)) * channels + Math.floor(rest / places)] ?? Number.NaN;
  });
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let index = 0; index < a.length; index++)
    greatest = Math.max(greatest, Math.abs((a[index] ?? 0) - (b[index] ?? 0)));
  return greatest;
}
