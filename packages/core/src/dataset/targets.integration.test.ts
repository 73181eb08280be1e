import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimImport } from "../import/claim-import.ts";
import { completeImport } from "../import/complete-import.ts";
import { importDataset } from "../import/import-dataset.ts";
import { listModelSamples } from "../model/list-model-samples.ts";
import { importTestDataset, testBoxes, testSample, testShape } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { getDatasetVersion } from "./get-dataset-version.ts";
import { getSampleImages } from "./get-sample-images.ts";
import { getSampleMasks } from "./get-sample-masks.ts";
import { listSamples } from "./list-samples.ts";

let world: World;
let versionId: string;
let plainId: string;
beforeAll(async () => {
  world = await makeWorld();
  versionId = (await importTestDataset(world, { withTargets: true })).versionId;
  plainId = (await importTestDataset(world)).versionId;
});
afterAll(() => world.close());

const firstOfEach = (items: Uint8Array) => [...items].filter((_, i) => i % 16 === 0);

describe("masks and boxes of a version", () => {
  test("are read back as they were imported, beside the images", async () => {
    expect(await getDatasetVersion(world.annotator, { versionId })).toMatchObject({
      maskClasses: ["background", "lungs", "heart"],
      boxClasses: ["opacity", "device"],
    });
    const indices = [11, 0, 7, 4];
    const { masks, ...about } = await getSampleMasks(world.annotator, { versionId, indices });
    expect(firstOfEach(masks)).toEqual([2, 0, 1, 1]);
    expect(masks).toHaveLength(4 * 16);
    expect(about).toEqual({ height: 4, width: 4, classes: ["background", "lungs", "heart"] });
    const { images } = await getSampleImages(world.annotator, { versionId, indices });
    expect(firstOfEach(images)).toEqual(indices);
    const samples = await listSamples(world.annotator, { versionId });
    expect(samples.map(({ boxes }) => boxes)).toEqual(Array.from({ length: 12 }, (_, i) => testBoxes(i)));
  });

  test("never change once made", async () => {
    await expect(world.db.sample.updateMany({ data: { boxes: [] } })).rejects.toThrow(/immutable/);
    await expect(world.db.shard.updateMany({ data: { kind: "MASKS" } })).rejects.toThrow(/immutable/);
  });

  test("reach the worker that trains on it, and not the lab in place of images", async () => {
    const { id: runId } = await startTestRun(world, versionId);
    const run = await claimTestRun(world, runId);
    expect(run.datasetVersion.shards.map(({ count }) => count)).toEqual([6, 6]);
    expect(run.datasetVersion.maskShards.map(({ firstIndex, count }) => [firstIndex, count])).toEqual([
      [0, 4],
      [4, 4],
      [8, 4],
    ]);
    expect(run.boxes).toEqual(Array.from({ length: 12 }, (_, i) => testBoxes(i)));
    const { modelVersionId } = await completeTestRun(world, run);
    const shown = await listModelSamples(world.owner, { modelVersionId });
    expect(firstOfEach(shown?.images ?? new Uint8Array())).toEqual(shown?.samples.map(({ index }) => index));
    expect(firstOfEach(shown?.masks ?? new Uint8Array())).toEqual(shown?.samples.map(({ index }) => index % 3));
    expect(shown?.samples.map(({ boxes }) => boxes)).toEqual(shown?.samples.map(({ index }) => testBoxes(index)));
  });

  test("may be missing", async () => {
    expect(await getDatasetVersion(world.annotator, { versionId: plainId })).toMatchObject({
      maskClasses: [],
      boxClasses: [],
    });
    await expect(getSampleMasks(world.annotator, { versionId: plainId, indices: [0] })).rejects.toMatchObject({
      name: "NotFoundError",
    });
    const { id: runId } = await startTestRun(world, plainId);
    const run = await claimTestRun(world, runId);
    expect([run.boxes, run.datasetVersion.maskShards]).toEqual([null, []]);
  });

  test("are seen by every member, and by nobody else", async () => {
    const asked = { versionId, indices: [0] };
    for (const member of [world.annotator, world.researcher, world.reviewer, world.owner]) {
      expect((await getSampleMasks(member, asked)).masks).toHaveLength(16);
    }
    await expect(getSampleMasks(world.outsider, asked)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(getSampleMasks(world.visitor, asked)).rejects.toMatchObject({ code: "sign-in-required" });
    // Not even whether there are masks.
    const other = getSampleMasks(world.outsider, { versionId: plainId, indices: [0] });
    await expect(other).rejects.toMatchObject({ message: expect.stringContaining("dataset-version") });
    await expect(getSampleMasks(world.owner, { versionId, indices: [3, 12] })).rejects.toMatchObject({
      code: "no-such-image",
      values: { index: 12, imageCount: 12 },
    });
  });

  test("are as many as the images, or none", async () => {
    const source = { kind: "phantom", count: 30, size: 32 };
    const { importId } = await importDataset(world.researcher, { group: world.group.slug, name: "Short", source });
    const claimed = await claimImport(world.worker, { importId });
    const shard = (count: number) => ({ sha256: someSha256(), sizeBytes: 16 * count, firstIndex: 0, count });
    const input = {
      ...{ importId, claim: claimed?.claim, imageCount: 2, ...testShape, shards: [shard(2)], attributes: [] },
      ...{ contentHash: someSha256(), classes: [], hasSubjects: false },
    };
    const samples = [[testSample(0), testSample(1)]].map((batch) => batch.map((one) => ({ ...one, label: null })));
    for (const wrong of [
      { maskClasses: ["background"] },
      { maskShards: [shard(2)] },
      { maskShards: [shard(1)], maskClasses: ["a"] },
    ]) {
      await expect(completeImport(world.worker, { ...input, ...wrong }, samples)).rejects.toMatchObject({
        code: "mask-count",
      });
    }
  });

  test("come in any number: ten thousand boxes of an image are kept", async () => {
    const source = { kind: "phantom", count: 30, size: 32 };
    const { importId } = await importDataset(world.researcher, { group: world.group.slug, name: "Many", source });
    const claimed = await claimImport(world.worker, { importId });
    const shard = { sha256: someSha256(), sizeBytes: 16 * 14, firstIndex: 0, count: 14 };
    const box = (i: number) => ({ classIndex: 0, left: i / 1e4, top: 0, width: 1, height: 1 });
    const boxes = (i: number) => Array.from({ length: i < 2 ? 3 : 1e4 }, (_, at) => box(at));
    const samples = Array.from({ length: 14 }, (_, i) => ({ ...testSample(i), boxes: boxes(i) }));
    const version = {
      ...{ importId, claim: claimed?.claim, imageCount: 14, ...testShape, shards: [shard], attributes: [] },
      ...{ contentHash: someSha256(), classes: ["a", "b"], boxClasses: ["cell"], hasSubjects: true },
    };
    const { datasetVersionId } = await completeImport(world.worker, version, [samples]);
    const read = await listSamples(world.owner, { versionId: datasetVersionId });
    expect(read.map((sample) => [sample.index, sample.boxes?.length])).toEqual(
      samples.map((sample, i) => [i, sample.boxes.length]),
    );
    expect(read[13]?.boxes?.at(-1)).toEqual(box(9999));
  });
});
