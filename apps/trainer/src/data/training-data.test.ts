import { splitOrder } from "@diaphane/core";
import { type ImageSample, type ImageSource, packShards } from "@diaphane/data";
import { memorySource, temporaryStore } from "@diaphane/data/testing";
import { expect, it } from "vitest";
import { loadVersionImages } from "../jobs/load-version-images.ts";
import { gatherTrainingData } from "./gather-training-data.ts";

const splits = ["train", "validation", "train", "test", "train", "train", "validation", "test", "train"] as const;
const samples = splits.map((split, i): ImageSample => {
  const boxes = i % 3 === 0 ? null : Array.from({ length: i % 3 }, (_, left) => box(left, i));
  const subject = i % 5 === 4 ? null : `person ${i >> 1}`;
  return { split, label: i % 4 === 3 ? null : i % 2, subject, attributes: {}, boxes };
});
function box(left: number, height: number) {
  return { classIndex: 0, left, top: 0, width: 1, height: 0.5 + height / 2 };
}
const targets = {
  maskClasses: ["background", "a", "b"],
  boxClasses: ["cell"],
  channels: 3 as const,
  hasSubjects: true,
};

/** As the trainer gets a version that was imported from `source`. */
async function load(source: ImageSource) {
  const { store, remove } = await temporaryStore();
  // Several shards, and masks cut elsewhere than images.
  const { meta, shards, maskShards } = await packShards(source, store, { maxShardBytes: 400 });
  expect(new Set([...shards, ...maskShards].map(({ count }) => count)).size).toBeGreaterThan(1);
  const labels = Int16Array.from(samples, ({ label }) => label ?? -1);
  const order = ["train", "validation", "test"];
  expect(splitOrder.map((split) => split.toLowerCase())).toEqual(order);
  const columns = { labels, splits: Uint8Array.from(samples, ({ split }) => order.indexOf(split)) };
  const boxes = meta.boxClasses.length > 0 ? samples.map((sample) => [...(sample.boxes ?? [])]) : null;
  const unseen = boxes?.map((ofImage, i) => (samples[i]?.boxes ? ofImage : null)) ?? null;
  const data = await loadVersionImages(store, {
    ...meta,
    shards,
    maskShards,
    samples: columns,
    boxes: unseen,
    subjects: meta.hasSubjects ? samples.map(({ subject }) => subject) : null,
    attributes: new Map(),
  });
  await remove();
  return data;
}

it("is the same from a file and from a version: pixels, labels, masks, boxes, subjects", async () => {
  const source = memorySource(samples, targets, 4);
  const gathered = await gatherTrainingData(source);
  expect(await load(source)).toEqual(gathered);
  const { train, validation, test } = gathered;
  expect([train.count, validation.count, test?.count]).toEqual([5, 2, 2]);
  expect(train.segmentation?.classes).toEqual(targets.maskClasses);
  expect(train.segmentation?.masks).toHaveLength(5 * 64);
  const wanted = samples.filter(({ split }) => split === "validation").map(({ boxes }) => boxes);
  expect(validation.detection).toEqual({ classes: ["cell"], boxes: wanted });
  // The fifth and the last image are of nobody known, and of nobody else.
  expect(train.subjects).toEqual(["person 0", "person 1", null, "person 2", "person 4"]);
});

it("gives each image its own mask", async () => {
  const source = memorySource(samples, targets, 4);
  const all: Uint8Array[] = [];
  for await (const { masks } of source.rows()) if (masks) all.push(masks);
  const masks = Buffer.concat(all);
  const { test } = await load(source);
  const ofTest = samples.flatMap(({ split }, i) => (split === "test" ? [masks.subarray(i * 64, (i + 1) * 64)] : []));
  expect(test?.segmentation?.masks).toEqual(new Uint8Array(Buffer.concat(ofTest)));
});

it("has neither where there are none", async () => {
  const plain = memorySource(
    samples.map(({ boxes: _, ...sample }) => sample),
    {},
    4,
  );
  const gathered = await gatherTrainingData(plain);
  expect(await load(plain)).toEqual(gathered);
  expect(gathered.train).not.toHaveProperty("segmentation");
  expect(gathered.train).not.toHaveProperty("detection");
  expect(gathered.train).not.toHaveProperty("subjects");
});
