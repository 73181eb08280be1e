import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { splitOrder } from "@diaphane/core";
import { type ImageSample, type ImageSource, packShards } from "@diaphane/data";
import { memorySource, temporaryStore } from "@diaphane/data/testing";
import {
  type Box,
  fitImages,
  fitMasks,
  type ImageSet,
  imageDigests,
  TrainingCancelled,
  type TrainingData,
} from "@diaphane/model";
import { expect, it } from "vitest";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import { spoolVersion } from "./spool-version.ts";
import { openSpooledData } from "./spooled-set.ts";

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

function halved({ classIndex, left, top, width, height }: Box): Box {
  return { classIndex, left: left / 2, top: top / 2, width: width / 2, height: height / 2 };
}

/** As a training process gets a version that was imported from `source`, but in memory; files are gone once they are open. */
async function load(source: ImageSource, { inputSize = 8, signal = new AbortController().signal } = {}) {
  const { store, remove } = await temporaryStore();
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-spool-"));
  try {
    // Several shards, and masks cut elsewhere than images.
    const { meta, shards, maskShards } = await packShards(source, store, { maxShardBytes: 400 });
    expect(new Set([...shards, ...maskShards].map(({ count }) => count)).size).toBeGreaterThan(1);
    const labels = Int16Array.from(samples, ({ label }) => label ?? -1);
    const order = ["train", "validation", "test"];
    expect(splitOrder.map((split) => split.toLowerCase())).toEqual(order);
    const columns = { labels, splits: Uint8Array.from(samples, ({ split }) => order.indexOf(split)) };
    const boxes = meta.boxClasses.length > 0 ? samples.map((sample) => [...(sample.boxes ?? [])]) : null;
    const version = {
      ...{ ...meta, shards: shards.toReversed(), maskShards, samples: columns },
      boxes: boxes?.map((ofImage, i) => (samples[i]?.boxes ? ofImage : null)) ?? null,
      subjects: meta.hasSubjects ? samples.map(({ subject }) => subject) : null,
      attributes: new Map([["age", Float32Array.from(samples, (_, i) => i)]]),
    };
    const { maskClasses } = meta;
    const channels = meta.channels === 3 ? 3 : 1;
    const spooled = await spoolVersion(store, version, { inputSize, channels, maskClasses }, { folder, signal });
    const opened = openSpooledData(structuredClone(spooled));
    await rm(folder, { recursive: true });
    const { train, validation, test } = opened;
    return { train: inMemory(train), validation: inMemory(validation), ...(test ? { test: inMemory(test) } : {}) };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await remove();
  }
}

function inMemory({ images, segmentation, ...set }: ImageSet) {
  const masks = segmentation && { ...segmentation, masks: segmentation.masks.subarray(0, segmentation.masks.length) };
  return { ...set, images: images.subarray(0, images.length), ...(masks ? { segmentation: masks } : {}) };
}

/** What a version says beyond a file: attributes, and what tells images apart. */
async function withDigests({ train, validation, test }: TrainingData) {
  const add = async (set: ImageSet, split: string) => {
    const ages = samples.flatMap((sample, i) => (sample.split === split ? [i] : []));
    return { ...set, digests: await imageDigests(set), attributes: new Map([["age", Float32Array.from(ages)]]) };
  };
  return {
    ...{ train: await add(train, "train"), validation: await add(validation, "validation") },
    ...(test ? { test: await add(test, "test") } : {}),
  };
}

it("is the same from a file and from a version: pixels, labels, masks, boxes, subjects", async () => {
  const source = memorySource(samples, targets, 4);
  const gathered = await gatherTrainingData(source);
  expect(await load(source)).toEqual(await withDigests(gathered));
  const { train, validation, test } = gathered;
  expect([train.count, validation.count, test?.count]).toEqual([5, 2, 2]);
  expect(train.segmentation?.classes).toEqual(targets.maskClasses);
  expect(train.segmentation?.masks).toHaveLength(5 * 64);
  const wanted = samples.filter(({ split }) => split === "validation").map(({ boxes }) => boxes);
  expect(validation.detection).toEqual({ classes: ["cell"], boxes: wanted });
  // The fifth and the last image are of nobody known, and of nobody else.
  expect(train.subjects).toEqual(["person 0", "person 1", null, "person 2", "person 4"]);
});

it("is brought to the network's size, with masks and boxes, and still known by what it was", async () => {
  const source = memorySource(samples, targets, 4);
  const { train } = await gatherTrainingData(source);
  const { train: small } = await load(source, { inputSize: 4 });
  expect(small.images).toEqual(fitImages(train, 4, 3).images);
  const masks = train.segmentation?.masks;
  expect(small.segmentation?.masks).toEqual(masks && fitMasks(masks, train, 4));
  expect(small.detection?.boxes[1]).toEqual(train.detection?.boxes[1]?.map((one) => halved(one)));
  expect(small.digests).toEqual(await imageDigests(train));
});

it("stops when it is told to", async () => {
  const source = memorySource(samples, targets, 4);
  await expect(load(source, { signal: AbortSignal.abort() })).rejects.toThrow(TrainingCancelled);
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
  expect(await load(plain)).toEqual(await withDigests(gathered));
  expect(gathered.train).not.toHaveProperty("segmentation");
  expect(gathered.train).not.toHaveProperty("detection");
  expect(gathered.train).not.toHaveProperty("subjects");
});
