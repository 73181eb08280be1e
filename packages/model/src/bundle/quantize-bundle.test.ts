import { beforeAll, describe, expect, it } from "vitest";
import { estimateModel } from "../network/estimate-model.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { train } from "../training/train.ts";
import { defaultTrainingConfig } from "../training/training-config.ts";
import { loadModel } from "./load-model.ts";
import { parseManifest, serializeManifest } from "./manifest.ts";
import type { Bundle } from "./open-bundle.ts";
import { quantizeBundle } from "./quantize-bundle.ts";
import { sha256 } from "./sha256.ts";

useEngine("wasm");

const set = randomImages(16, 28);
let source: Bundle;
beforeAll(async () => {
  const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: set.classes, count: set.count });
  const data = { train: set, validation: set };
  source = await train({ config: { ...config, epochs: 2, batchSize: 8 }, data, seed: 1, draws: 10 });
}, 60_000);

async function codesOf(bundle: Bundle): Promise<Float32Array> {
  return await expectNoLeak(async () => {
    const model = await loadModel(bundle);
    const { mu } = await model.encode(set);
    model.dispose();
    return mu;
  });
}

describe("quantizeBundle", () => {
  it.each([
    ["float16", 0.01],
    ["int8", 0.05],
  ] as const)("%s: smaller, nearly the same codes, and honest about where it is from", async (precision, tolerance) => {
    const copy = await quantizeBundle(source, precision);
    const { manifest } = copy;
    expect(manifest.weights).toMatchObject({ precision, sizeBytes: copy.weights.length });
    expect(manifest.provenance.quantizedFrom).toBe(
      await sha256(new TextEncoder().encode(serializeManifest(source.manifest))),
    );
    expect(manifest.metrics).toEqual({ validation: null, test: null });
    expect(parseManifest(serializeManifest(manifest))).toEqual(manifest);

    const { bundleSizeBytes } = estimateModel(source.manifest.model);
    const saved = source.weights.length - copy.weights.length;
    expect(saved / (bundleSizeBytes.float32 - bundleSizeBytes[precision])).toBeCloseTo(1, 1);

    const [exact, found] = [await codesOf(source), await codesOf(copy)];
    const spread = Math.sqrt(exact.reduce((sum, mu) => sum + mu * mu, 0) / exact.length);
    const error = Math.sqrt(exact.reduce((sum, mu, i) => sum + (mu - (found[i] ?? Number.NaN)) ** 2, 0) / exact.length);
    expect(error / spread).toBeLessThan(tolerance);
    expect(error).toBeGreaterThan(0);
  });

  it("is not made from a copy", async () => {
    const copy = await quantizeBundle(source, "int8");
    await expect(quantizeBundle(copy, "float16")).rejects.toThrow("in int8 already");
  });
});
