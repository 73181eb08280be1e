import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDistributions } from "../dataset/get-distributions.ts";
import { importTestDataset, testSample } from "../testing/synthetic-import.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { cancelImport } from "./cancel-import.ts";
import { claimImport } from "./claim-import.ts";
import { completeImport } from "./complete-import.ts";
import { failImport } from "./fail-import.ts";
import { getImport } from "./get-import.ts";
import { importDataset } from "./import-dataset.ts";
import { listImports } from "./list-imports.ts";
import { progressImport } from "./progress-import.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const phantom = { kind: "phantom", count: 100, size: 64, seed: 3, options: { tagShare: 0.5 } };

async function queue(name: string) {
  const queued = await importDataset(world.researcher, { group: world.group.slug, name, source: phantom });
  const claim = async () => {
    const claimed = await claimImport(world.worker, { importId: queued.importId });
    if (!claimed) throw new Error("not claimed");
    return claimed;
  };
  return { ...queued, claim };
}

function finished({ id, claim }: { id: string; claim: string }, count: number) {
  const shards = [{ sha256: someSha256(), sizeBytes: 16 * count, firstIndex: 0, count }];
  const image = { imageCount: count, height: 4, width: 4, channels: 1, contentHash: someSha256() };
  return { importId: id, claim, ...image, classes: ["a", "b"], hasSubjects: false, attributes: [], shards };
}

describe("imports", () => {
  test("make a data set, an import and a job", async () => {
    const { importId, datasetId } = await queue("First");
    expect(await world.db.dataset.findUnique({ where: { id: datasetId } })).toMatchObject({ isSynthetic: true });
    const jobs = await world.db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'import-dataset'`;
    expect(jobs).toEqual([{ data: { importId } }]);
    expect(await getImport(world.annotator, { importId })).toMatchObject({ status: "QUEUED", source: phantom });
    expect(await listImports(world.reviewer, { group: world.group.slug })).toMatchObject([{ id: importId }]);
  });

  test("keep what pseudonyms are made with from everybody but the worker", async () => {
    const upload = { groupId: world.group.id, createdBy: world.users.researcher.id, fileName: "ct.zip", sizeBytes: 9 };
    const { id: uploadId } = await world.db.upload.create({ data: { ...upload, finishedAt: new Date() } });
    for (const options of [{ secret: "a secret of ours" }, {}]) {
      const source = { kind: "upload", uploadId, options };
      const name = `Persons ${Object.keys(options).length}`;
      const { importId, datasetId } = await importDataset(world.researcher, { group: world.group.slug, name, source });
      const claimed = await claimImport(world.worker, { importId });
      expect(claimed?.secret).toMatch(/^.{8,}$/);
      if (options.secret !== undefined) expect(claimed?.secret).toBe(options.secret);
      const event = await world.db.auditEvent.findFirst({ where: { subjectId: datasetId, action: "dataset.import" } });
      const [listed] = await listImports(world.annotator, { group: world.group.slug, datasetId });
      for (const seen of [Object(event?.data), listed, await getImport(world.annotator, { importId })]) {
        expect(seen.source).toEqual({ kind: "upload", fileName: "ct.zip", sizeBytes: 9, options: {} });
      }
    }
  });

  test("are claimed, tell how far they are, and end as a version with all that is known of its samples", async () => {
    const { versionId, importId } = await importTestDataset(world, { count: 12, name: "Whole" });
    const version = await world.db.datasetVersion.findUniqueOrThrow({
      where: { id: versionId },
      include: { samples: { orderBy: { index: "asc" } }, shards: true, attributes: true },
    });
    expect(version).toMatchObject({ number: 1, imageCount: 12, classes: ["normal", "opacity"] });
    expect(version.samples[4]).toMatchObject({
      split: "VALIDATION",
      label: null,
      attributes: testSample(4).attributes,
    });
    expect(version.shards.map(({ firstIndex, count }) => [firstIndex, count])).toEqual([
      [0, 6],
      [6, 6],
    ]);
    expect(await getImport(world.owner, { importId })).toMatchObject({
      status: "SUCCEEDED",
      progress: 1,
      imagesDone: 12,
    });
    expect(await world.auditActions()).toContain("dataset-version.create");
  });

  test("count labels and attributes by split", async () => {
    const { versionId } = await importTestDataset(world, { count: 12, name: "Counted" });
    const summary = await getDistributions(world.annotator, { versionId });
    expect(summary.splits).toEqual({ TRAIN: 4, VALIDATION: 4, TEST: 4 });
    expect(summary.labels).toEqual([
      { label: 0, counts: { TRAIN: 2, VALIDATION: 0, TEST: 2 } },
      { label: 1, counts: { TRAIN: 2, VALIDATION: 0, TEST: 2 } },
      { label: null, counts: { TRAIN: 0, VALIDATION: 4, TEST: 0 } },
    ]);
    const [sex, age] = summary.attributes;
    expect(sex).toEqual({
      name: "sex",
      kind: "CATEGORICAL",
      values: [
        { value: "female", counts: { TRAIN: 2, VALIDATION: 2, TEST: 2 } },
        { value: "male", counts: { TRAIN: 2, VALIDATION: 2, TEST: 2 } },
      ],
    });
    if (age?.kind !== "CONTINUOUS") throw new Error("age is continuous");
    expect([age.min, age.max, age.bins.length, age.bins[0]?.from, age.bins.at(-1)?.to]).toEqual([0, 11, 20, 0, 11]);
    expect(age.bins.map(({ counts }) => counts.TRAIN).reduce((a, b) => a + b)).toBe(4);
    expect(age.bins.at(-1)?.counts).toEqual({ TRAIN: 0, VALIDATION: 0, TEST: 1 });
    // Patient 0 is in training and validation; the others each have one image.
    expect([summary.subjects, summary.subjectsInSeveralSplits]).toEqual([8, 1]);
  });

  test("leave nothing when they fail, and their name is free again", async () => {
    const first = await queue("Broken");
    const { claim } = await first.claim();
    const held = { importId: first.importId, claim };
    await expect(
      importDataset(world.researcher, { group: world.group.slug, name: "Broken", source: phantom }),
    ).rejects.toMatchObject({ code: "name-taken" });
    await progressImport(world.worker, { ...held, progress: 0.5, imagesDone: 50 });
    await failImport(world.worker, { ...held, code: "wrong-shape", detail: { key: "train_images" } });
    expect(await getImport(world.researcher, { importId: first.importId })).toMatchObject({
      status: "FAILED",
      errorCode: "wrong-shape",
      errorDetail: { key: "train_images" },
    });
    const again = await queue("Broken");
    expect(again.datasetId).toBe(first.datasetId);
  });

  test("are whole or not at all", async () => {
    const { datasetId, claim } = await queue("Short");
    const held = await claim();
    const samples = [[testSample(0), testSample(1)]];
    await expect(completeImport(world.worker, finished(held, 3), samples)).rejects.toMatchObject({
      code: "sample-count",
      values: { images: 3, samples: 2, inShards: 3 },
    });
    expect(await world.db.datasetVersion.count({ where: { datasetId } })).toBe(0);
    // The same connection may stage again.
    await completeImport(world.worker, finished(held, 2), samples);
    expect(await world.db.sample.count({ where: { datasetVersion: { datasetId } } })).toBe(2);
  });

  test("stop when asked: at once while they wait, at the next word from the worker while they run", async () => {
    const waiting = await queue("Waiting");
    await cancelImport(world.researcher, { importId: waiting.importId });
    expect(await claimImport(world.worker, { importId: waiting.importId })).toBeNull();
    expect(await getImport(world.owner, { importId: waiting.importId })).toMatchObject({ status: "CANCELLED" });
    await expect(cancelImport(world.owner, { importId: waiting.importId })).resolves.toBeUndefined();

    const running = await queue("Running");
    const held = await running.claim();
    await cancelImport(world.researcher, { importId: running.importId });
    const word = { importId: running.importId, claim: held.claim };
    expect(await progressImport(world.worker, { ...word, progress: 0.1, imagesDone: 1 })).toEqual({
      cancelRequested: true,
    });
    await expect(completeImport(world.worker, finished(held, 1), [[testSample(0)]])).rejects.toMatchObject({
      code: "cancelled",
    });
    await failImport(world.worker, { ...word, code: "cancelled" });
    expect(await getImport(world.owner, word)).toMatchObject({ status: "CANCELLED", errorCode: null });
    await expect(cancelImport(world.owner, word)).resolves.toBeUndefined();
  });

  test("belong to the worker that claimed them last", async () => {
    const { importId, claim } = await queue("Taken over");
    const dead = await claim();
    const live = await claim();
    const lost = { name: "ConflictError", code: "claim-lost" };
    const word = { importId, claim: dead.claim, progress: 0.1, imagesDone: 1 };
    await expect(progressImport(world.worker, word)).rejects.toMatchObject(lost);
    await expect(failImport(world.worker, { importId, claim: dead.claim, code: "x" })).rejects.toMatchObject(lost);
    await expect(completeImport(world.worker, finished(dead, 1), [[testSample(0)]])).rejects.toMatchObject(lost);
    await progressImport(world.worker, { ...word, claim: live.claim });
  });

  test("are for researchers and owners; outsiders see none, people are no workers", async () => {
    const { importId } = await queue("Private");
    const wanted = { group: world.group.slug, name: "No", source: phantom };
    for (const actor of [world.annotator, world.reviewer]) {
      await expect(importDataset(actor, wanted)).rejects.toMatchObject({ name: "ForbiddenError" });
      await expect(cancelImport(actor, { importId })).rejects.toMatchObject({ name: "ForbiddenError" });
    }
    for (const verb of [getImport, cancelImport]) {
      await expect(verb(world.outsider, { importId })).rejects.toMatchObject({ name: "NotFoundError" });
      await expect(verb(world.visitor, { importId })).rejects.toMatchObject({ code: "sign-in-required" });
    }
    await expect(importDataset(world.outsider, wanted)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(claimImport(world.owner, { importId })).rejects.toMatchObject({ code: "worker-only" });
  });
});
