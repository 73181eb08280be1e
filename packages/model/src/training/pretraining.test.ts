import { describe, expect, it } from "vitest";
import { loadModel } from "../bundle/load-model.ts";
import { parseManifest, serializeManifest } from "../bundle/manifest.ts";
import type { ImageSet } from "../images/image-set.ts";
import { classGroupsOf, mergeImageSets, type NamedSet } from "../images/merge-image-sets.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { pretrainingConfig } from "../transfer/pretraining-config.ts";
import { createBatches } from "./batches.ts";
import { train } from "./train.ts";
import type { TrainingEvent } from "./training-event.ts";

useEngine("wasm");

const unlabelled = (set: ImageSet): ImageSet => ({ ...set, classes: [], labels: set.labels.map(() => -1) });

/** A gray set, one in colour with three classes, and one without labels. */
function sets(count: number, seed: number): NamedSet[] {
  const colour = randomImages(count, 32, 3, seed + 1);
  const labels = Int32Array.from(colour.labels, (_, index) => index % 3);
  return [
    { name: "gray", set: randomImages(count, 28, 1, seed) },
    { name: "colour", set: { ...colour, classes: ["a", "b", "c"], labels } },
    { name: "plain", set: unlabelled(randomImages(count, 20, 1, seed + 2)) },
  ];
}

const groups = classGroupsOf(sets(6, 1));
const config = {
  ...pretrainingConfig({ size: "nano", channels: 3, groups, count: 18 }),
  ...{ epochs: 2, batchSize: 6 },
};
const merge = (count: number, seed: number) =>
  mergeImageSets(sets(count, seed), groups, { inputSize: 32, channels: 3 });
const request = {
  config,
  data: { train: merge(6, 1), validation: merge(6, 11), test: merge(6, 21) },
  ...{ seed: 3, draws: 10 },
};

describe("pre-training on several sets", () => {
  it("gives every row the classes of its own set, and rows without labels none", () => {
    const { images, classMask, targets, labelWeights, rowWeights } = createBatches(config, request.data.train, 3).at(1);
    const rows = { mask: classMask?.arraySync() ?? [], targets: targets.arraySync(), weights: labelWeights.dataSync() };
    expect(rowWeights.dataSync()).toEqual(new Float32Array(6).fill(1));
    const kinds = new Map([
      ["1,1,0,0,0", 1],
      ["0,0,1,1,1", 1],
      ["0,0,0,0,0", 0],
    ]);
    rows.mask.forEach((mask, row) => {
      expect(rows.weights[row]).toBe(kinds.get(mask.join()));
      const outside = rows.targets[row]?.some((target, place) => target > (mask[place] ?? 0));
      expect(outside).toBe(false);
    });
    for (const tensor of [images, classMask, targets, labelWeights, rowWeights]) tensor?.dispose();
  });

  it("scores each set by itself, goes on from a checkpoint to the same weights, and leaves no tensor", async () => {
    const events: TrainingEvent[] = [];
    const onEvent = (event: TrainingEvent): void => void events.push(event);
    const bundle = await expectNoLeak(() => train({ ...request, onEvent }));
    const epoch = events.find((event) => event.kind === "epoch");
    expect(epoch?.validation.auc).toBeNull();
    expect(epoch?.sets?.map(({ name, auc }) => [name, auc === null])).toEqual([
      ["gray", false],
      ["colour", false],
      ["plain", true],
    ]);
    const { metrics, model } = parseManifest(serializeManifest(bundle.manifest));
    expect(model.classGroups).toEqual(groups);
    expect(metrics.sets?.map(({ name, test }) => [name, test?.classes.length, test?.labelled])).toEqual([
      ["gray", 2, 6],
      ["colour", 3, 6],
      ["plain", 0, 0],
    ]);
    expect(metrics.sets?.[1]?.test?.auc?.value).toBeGreaterThanOrEqual(0);
    const mean = (metrics.sets ?? []).reduce((sum, { test }) => sum + (test?.psnr.value ?? 0) / 3, 0);
    expect(metrics.test?.psnr.value).toBeCloseTo(mean, 6);
    const checkpoint = events.find((event) => event.kind === "checkpoint")?.bytes;
    const resumed = await train({ ...request, ...(checkpoint ? { checkpoint } : {}) });
    expect(resumed.weights).toEqual(bundle.weights);
  });

  it("learns sets of which none has a label, without a class head", async () => {
    const plain = (count: number, seed: number): NamedSet[] =>
      sets(count, seed).map(({ name, set }) => ({ name, set: unlabelled(set) }));
    expect(classGroupsOf(plain(4, 1))).toEqual([]);
    const only = (seed: number) => mergeImageSets(plain(4, seed), [], { inputSize: 32, channels: 1 });
    const own = pretrainingConfig({ size: "nano", channels: 1, groups: [], count: 12 });
    const bundle = await expectNoLeak(() =>
      train({ seed: 1, config: { ...own, epochs: 1, batchSize: 6 }, data: { train: only(1), validation: only(5) } }),
    );
    expect(bundle.manifest.model.classes).toEqual([]);
    await expectNoLeak(async () => {
      const model = await loadModel(bundle);
      expect((await model.encode(only(1))).logits.length).toBe(0);
      model.dispose();
    });
  });
});
