import { beforeAll, describe, expect, it } from "vitest";
import { MissingHead } from "../bundle/dense-prediction.ts";
import { evaluate } from "../bundle/evaluate.ts";
import { loadModel } from "../bundle/load-model.ts";
import { parseManifest, serializeManifest } from "../bundle/manifest.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import type { ImageSet } from "../images/image-set.ts";
import { drawnImages } from "../testing/drawn-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { train } from "./train.ts";
import { defaultTrainingConfig, type TrainingConfig } from "./training-config.ts";
import type { TrainingEvent } from "./training-event.ts";

useEngine("wasm");

/** Two steps an epoch; whether it learns is seen on the native engine, where hundreds of steps take seconds. */
const data = { train: drawnImages(16, 32), validation: drawnImages(6, 32, 2), test: drawnImages(6, 32, 3) };

function configOf({ segmentation, detection }: ImageSet): TrainingConfig {
  const targets = { maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
  const defaults = defaultTrainingConfig({ size: "nano", channels: 1, classes: [], ...targets, count: 16 });
  return { ...defaults, epochs: 2, batchSize: 8 };
}

const config = configOf(data.train);

describe("training on masks and boxes without classes", () => {
  let bundle: Bundle;
  const events: TrainingEvent[] = [];
  beforeAll(async () => {
    const onEvent = (event: TrainingEvent): void => void events.push(event);
    bundle = await expectNoLeak(() => train({ config, data, seed: 3, draws: 20, onEvent }));
  }, 120_000);

  it("tells of both while it goes on and in the manifest", () => {
    const validations = events.flatMap((event) => (event.kind === "epoch" ? [event.validation] : []));
    expect(validations[0]).toMatchObject({ auc: null, accuracy: null, loss: null });
    expect(validations.at(-1)?.dice).toBeGreaterThanOrEqual(0);
    expect(validations.at(-1)?.ap50).toBeGreaterThanOrEqual(0);
    const [losses] = events.flatMap((event) => (event.kind === "step" ? [event.losses] : []));
    expect(losses?.segmentation).toBeGreaterThan(0);
    expect(losses?.detection).toBeGreaterThan(0);
    expect(losses?.classification).toBe(0);
    const { test } = bundle.manifest.metrics;
    expect(test).toMatchObject({ classes: [], auc: null, roc: [], labelled: 0 });
    expect(test?.segmentation?.images).toBe(6);
    expect(test?.segmentation?.byClass).toHaveLength(3);
    expect(test?.segmentation?.byClass[0]?.dice?.interval[0]).toBeLessThan(
      test?.segmentation?.byClass[0]?.dice?.value ?? 0,
    );
    expect(test?.detection?.boxes).toBe(9);
    expect(test?.detection?.byClass).toHaveLength(2);
    expect(bundle.manifest.threshold).toBeNull();
    expect(parseManifest(serializeManifest(bundle.manifest))).toEqual(bundle.manifest);
  });

  it("resumes to the very same weights, and refuses a checkpoint of other masks", async () => {
    const checkpoint = events.flatMap((event) =>
      event.kind === "checkpoint" && event.step === 2 ? [event.bytes] : [],
    )[0];
    if (checkpoint === undefined) throw new Error("There is no checkpoint of step 2.");
    const resumed = await train({ config, data, seed: 3, draws: 20, checkpoint });
    expect(resumed.weights).toEqual(bundle.weights);
    const { segmentation } = data.train;
    const masks = segmentation.masks.map((value) => (value === 1 ? 2 : value));
    const other = { ...data, train: { ...data.train, segmentation: { ...segmentation, masks } } };
    await expect(train({ config, data: other, seed: 3, checkpoint })).rejects.toThrow("another configuration");
  }, 60_000);

  it("gives a model that segments and detects images of any size, and evaluates as it was", async () => {
    await expectNoLeak(async () => {
      const model = await loadModel(bundle);
      expect(await evaluate(model, data.test, { threshold: null, seed: 3, draws: 20 })).toEqual(
        bundle.manifest.metrics.test,
      );
      const larger = drawnImages(3, 64, 9);
      expect(await model.segment(larger)).toHaveLength(3 * 32 * 32);
      const found = await model.detect(larger);
      expect(found).toHaveLength(3);
      // In pixels of the images as they were given, not as the network read them.
      const rights = found.flat().map(({ left, width }) => left + width);
      expect(Math.max(...rights)).toBeGreaterThan(32);
      expect(Math.max(...rights)).toBeLessThanOrEqual(64);
      model.dispose();
    });
  });
});

describe("what a head needs", () => {
  const one = (set: ImageSet, part: "segmentation" | "detection"): ImageSet => {
    const { segmentation, detection, ...rest } = set;
    if (part === "segmentation") return segmentation ? { ...rest, segmentation } : rest;
    return detection ? { ...rest, detection } : rest;
  };

  it.each(["segmentation", "detection"] as const)("trains with %s alone, and the other is missing", async (part) => {
    const sets = { train: one(data.train, part), validation: one(data.validation, part) };
    await expectNoLeak(async () => {
      const alone = { ...configOf(sets.train), epochs: 1 };
      const model = await loadModel(await train({ config: alone, data: sets, seed: 1, draws: 5 }));
      const missing = part === "segmentation" ? model.detect(data.test) : model.segment(data.test);
      await expect(missing).rejects.toThrow(MissingHead);
      model.dispose();
    });
  });

  it("refuses sets that lack it or name other classes", async () => {
    const without = { ...data, validation: one(data.validation, "detection") };
    await expect(train({ config, data: without, seed: 1 })).rejects.toThrow("The validation set has no masks");
    const named = { ...data.test, detection: { classes: ["a", "b"], boxes: data.test.detection?.boxes ?? [] } };
    await expect(train({ config, data: { ...data, test: named }, seed: 1 })).rejects.toThrow(
      "The boxes of the test set are of a, b; the model has small, large.",
    );
  });
});
