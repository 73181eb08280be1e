import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { classWeightsOf, createBatches } from "./batches.ts";
import { defaultTrainingConfig, type TrainingConfig } from "./training-config.ts";
import type { TrainingBatch } from "./training-step.ts";

useEngine("cpu");

const set = { ...randomImages(10, 32), labels: Int32Array.from([0, 1, 0, 1, 0, 1, 0, 1, -1, -1]) };
const config: TrainingConfig = {
  ...defaultTrainingConfig({ size: "nano", channels: 1, classes: set.classes, count: 10 }),
  batchSize: 4,
};

const read = (batch: TrainingBatch) => ({
  images: [...batch.images.dataSync()],
  targets: [...batch.targets.dataSync()],
  rows: [...batch.rowWeights.dataSync()],
  labels: [...batch.labelWeights.dataSync()],
});

function readAt(step: number, seed = 1) {
  const batch = createBatches(config, set, seed).at(step);
  const values = read(batch);
  tf.dispose(batch);
  return values;
}

describe("createBatches", () => {
  it("shows every image once an epoch, the last batch filled up with weight 0", async () => {
    const epoch = await expectNoLeak(() => [0, 1, 2].map((step) => readAt(step)));
    expect(epoch.map(({ rows }) => rows)).toEqual([
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 0, 0],
    ]);
    const pixels = 32 * 32;
    const seen = epoch.flatMap(({ images, rows }) =>
      rows.flatMap((weight, row) => (weight === 1 ? [images.slice(row * pixels, (row + 1) * pixels).join()] : [])),
    );
    expect(new Set(seen).size).toBe(10);
    // What fills up are images too, so that normalisation sees nothing foreign.
    expect(Math.max(...(epoch[2]?.images.slice(2 * pixels) ?? []))).toBeGreaterThan(0.2);
  });

  it("gives unlabelled rows no label weight and no target", () => {
    const all = [0, 1, 2].map((step) => readAt(step));
    expect(all.flatMap(({ labels }) => labels).reduce((sum, weight) => sum + weight, 0)).toBe(8);
    expect(all.flatMap(({ targets }) => targets).reduce((sum, target) => sum + target, 0)).toBe(8);
  });

  it("is a function of seed and step, in whatever order it is asked", () => {
    const batches = createBatches(config, set, 1);
    const later = batches.at(7);
    expect(read(later)).toEqual(readAt(7));
    tf.dispose({ ...later });
    expect(readAt(7, 2).images).not.toEqual(readAt(7).images);
    expect(readAt(3).images).not.toEqual(readAt(0).images);
  });
});

describe("attributes of a batch", () => {
  const ages = Float32Array.from({ length: 10 }, (_, row) => (row === 4 ? Number.NaN : 100 + row));
  const alignment = { kind: "alignment", weight: 1, delta: 1, attributes: [{ name: "age", latent: 0 }] } as const;
  const aligned: TrainingConfig = { ...config, objective: [{ ...alignment, attributes: [...alignment.attributes] }] };

  it("go with their images; missing ones and padding weigh nothing", () => {
    const batches = createBatches(aligned, { ...set, attributes: new Map([["age", ages]]) }, 1);
    const rows = [0, 1, 2].flatMap((step) => {
      const batch = batches.at(step);
      const values = [...(batch.attributeValues?.dataSync() ?? [])];
      const weights = [...(batch.attributeWeights?.dataSync() ?? [])];
      const first = batch.images.dataSync();
      tf.dispose(batch);
      return values.map((value, row) => ({ value, weight: weights[row], pixel: first[row * 32 * 32] }));
    });
    const known = rows.filter(({ weight }) => weight === 1);
    expect(known.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual(
      [...ages].filter((age) => !Number.isNaN(age)),
    );
    for (const { value, pixel } of known)
      expect(pixel).toBeCloseTo((set.images[(value - 100) * 32 * 32] ?? 0) / 255, 6);
    expect(rows.filter(({ weight }) => weight === 0).map(({ value }) => value)).toEqual([0, 0, 0]);
  });

  it("are left out where no term looks at them, and asked for where one does", () => {
    const batch = createBatches(config, { ...set, attributes: new Map([["age", ages]]) }, 1).at(0);
    expect(batch).not.toHaveProperty("attributeValues");
    tf.dispose(batch);
    const sexes = { ...set, attributes: new Map([["sex", ages]]) };
    expect(() => createBatches(aligned, sexes, 1)).toThrow("the training images don't have. Theirs: sex.");
  });
});

describe("classWeightsOf", () => {
  const term = { kind: "classification", weight: 1, labelSmoothing: 0 } as const;
  const uneven = { ...set, labels: Int32Array.from([0, 0, 0, 1, -1, -1, -1, -1, -1, -1]) };

  it("balanced: inverse frequency, 1 on average over labelled rows", () => {
    expect(classWeightsOf([{ ...term, classWeights: "balanced" }], uneven)).toEqual([4 / 6, 2]);
  });

  it("none, or given", () => {
    expect(classWeightsOf([{ ...term, classWeights: "none" }], uneven)).toEqual([1, 1]);
    expect(classWeightsOf([{ ...term, classWeights: [1, 9] }], uneven)).toEqual([1, 9]);
  });
});
