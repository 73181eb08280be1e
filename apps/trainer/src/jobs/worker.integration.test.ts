import { createHash } from "node:crypto";
import { cancelImport, cancelRun, createUpload, finishUpload, importDataset, startTraining } from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { encodeNpz, smallMedMnist } from "@diaphane/data/testing";
import { defaultTrainingConfig, parseManifest } from "@diaphane/model";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startWorkerProcess, type WorkerProcess } from "../testing/worker-process.ts";

let world: World;
let worker: WorkerProcess;
let datasetVersionId: string;

beforeAll(async () => {
  world = await makeWorld();
  worker = startWorkerProcess(world);
  const source = { kind: "phantom", count: 240, size: 32, seed: 5 };
  const { importId } = await importDataset(world.researcher, { group: world.group.slug, name: "Phantom", source });
  const imported = await endedImport(importId);
  datasetVersionId = imported.datasetVersionId ?? "";
});
afterAll(async () => {
  await worker.end("SIGKILL");
  await world.close();
});

function endedImport(id: string) {
  return eventually(() => world.db.import.findFirst({ where: { id, finishedAt: { not: null } } }), worker);
}

function endedRun(id: string) {
  const where = { id, finishedAt: { not: null } };
  return eventually(() => world.db.trainingRun.findFirst({ where, include: { modelVersion: true } }), worker);
}

async function startRun(epochs: number, change: object = {}) {
  const shape = { size: "nano", channels: 1, classes: ["no opacity", "opacity"], count: 168 } as const;
  const version = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
  const defaults = defaultTrainingConfig({ ...shape, classes: version.classes });
  const config = { ...defaults, epochs, batchSize: 16, ...change };
  const modelName = `Model ${Math.random()}`;
  const wanted = { group: world.group.slug, datasetVersionId, modelName, config, seed: 11 };
  return (await startTraining(world.researcher, wanted)).id;
}

function eventOf(runId: string, kind: string, least = 1) {
  return eventually(async () => {
    const found = await world.db.runEvent.findMany({ where: { runId, kind }, orderBy: { id: "asc" } });
    return found.length >= least && found;
  }, worker);
}

describe("import", () => {
  it("makes a version of phantom images", async () => {
    const version = await world.db.datasetVersion.findUniqueOrThrow({
      where: { id: datasetVersionId },
      include: { shards: true, _count: { select: { samples: true } } },
    });
    expect(version).toMatchObject({ imageCount: 240, height: 32, channels: 1, _count: { samples: 240 } });
  });

  it("makes a version of an uploaded file, and leaves nothing of a bad one", async () => {
    const good = await importFile("good.npz", encodeNpz(smallMedMnist()));
    expect(good).toMatchObject({ status: "SUCCEEDED", imagesDone: 12, progress: 1 });
    const { train_labels: _labels, ...arrays } = smallMedMnist();
    const bad = await importFile("bad.npz", encodeNpz(arrays));
    expect(bad).toMatchObject({ status: "FAILED", errorCode: "missing-key", datasetVersionId: null });
    expect(bad.errorDetail).toMatchObject({ file: "bad.npz", key: "train_labels" });
    expect(await world.db.datasetVersion.count({ where: { datasetId: bad.datasetId } })).toBe(0);
  });

  it("stops when it is cancelled", async () => {
    const source = { kind: "phantom", count: 20_000, size: 64 };
    const asked = { group: world.group.slug, name: "Too many", source };
    const { importId } = await importDataset(world.researcher, asked);
    await eventually(() => world.db.import.findFirst({ where: { id: importId, imagesDone: { gt: 0 } } }), worker);
    await cancelImport(world.researcher, { importId });
    expect(await endedImport(importId)).toMatchObject({ status: "CANCELLED", datasetVersionId: null });
  });
});

async function importFile(fileName: string, content: Uint8Array) {
  const group = world.group.slug;
  const { id: uploadId } = await createUpload(world.researcher, { group, fileName, sizeBytes: content.length });
  const { sha256, sizeBytes } = await world.store.put(content, "UPLOAD");
  await finishUpload(world.researcher, { uploadId, sha256, sizeBytes });
  const source = { kind: "upload", uploadId };
  const { importId } = await importDataset(world.researcher, { group, name: fileName, source });
  return await endedImport(importId);
}

describe("training", () => {
  it("tells what happens, stores a verified bundle, and keeps no checkpoint but the last", async () => {
    const runId = await startRun(2);
    const run = await endedRun(runId);
    expect(run).toMatchObject({ status: "SUCCEEDED", engine: expect.stringMatching(/native|wasm|cuda/) });
    const events = await world.db.runEvent.findMany({ where: { runId }, orderBy: { id: "asc" } });
    const kinds = events.map((event) => event.kind);
    expect(kinds.at(0)).toBe("started");
    expect(kinds.at(-1)).toBe("finished");
    expect(kinds.filter((kind) => kind === "epoch")).toHaveLength(2);

    const strip = events.findLast((event) => event.kind === "reconstructions");
    const { sha256, count } = Object(strip?.data);
    const image = await sharp(await world.store.read(sha256)).metadata();
    expect(image).toMatchObject({ format: "png", width: 32 * count, height: 64 });

    const { manifestSha256 = "", weightsSha256 = "", dataHash } = run.modelVersion ?? {};
    const manifest = parseManifest(new TextDecoder().decode(await world.store.read(manifestSha256)));
    expect(manifest.provenance.dataHash).toBe(dataHash);
    const weights = await world.store.read(weightsSha256);
    expect(createHash("sha256").update(weights).digest("hex")).toBe(manifest.weights.sha256);
    expect(run.modelVersion?.metrics).toMatchObject({
      test: { auc: { interval: [expect.any(Number), expect.any(Number)] } },
    });

    const checkpoints = events.filter((event) => event.kind === "checkpoint").map((event) => Object(event.data).sha256);
    expect(checkpoints.length).toBeGreaterThan(1);
    expect(await Promise.all(checkpoints.map((name) => world.store.has(name)))).toEqual(
      checkpoints.map((_, i) => i === checkpoints.length - 1),
    );
  });

  it("stops when it is cancelled", async () => {
    const runId = await startRun(500);
    await eventOf(runId, "step");
    await cancelRun(world.researcher, { runId });
    const asked = performance.now();
    expect(await endedRun(runId)).toMatchObject({ status: "CANCELLED", modelVersion: null });
    expect(performance.now() - asked).toBeLessThan(15_000);
  });

  it("ties latents to attributes of the data set, and fails when the data set lacks one", async () => {
    const aligned = (name: string) => ({ kind: "alignment", weight: 100, delta: 1, attributes: [{ name, latent: 0 }] });
    const reconstruction = { kind: "reconstruction", weight: 1 };
    const known = await startRun(1, { objective: [reconstruction, aligned("heartSize")] });
    expect(await endedRun(known)).toMatchObject({ status: "SUCCEEDED" });
    const lacking = await endedRun(await startRun(1, { objective: [reconstruction, aligned("site")] }));
    expect(lacking).toMatchObject({ status: "FAILED", errorDetail: { message: expect.stringContaining("with site") } });
  });

  it("fails with a code when losses are no numbers any more", async () => {
    const runId = await startRun(30, { objective: [{ kind: "reconstruction", weight: 1e37 }] });
    const run = await endedRun(runId);
    expect(run.errorDetail).toMatchObject({ message: expect.stringContaining("diverged") });
    expect(run).toMatchObject({ status: "FAILED", errorCode: "diverged", modelVersion: null });
    const last = (await eventOf(runId, "failed")).at(-1);
    expect(last?.data).toMatchObject({ code: "diverged" });
  });

  it("goes on when its training process is killed", async () => {
    const runId = await startRun(40);
    await eventOf(runId, "checkpoint", 2);
    const pids = [...worker.log().matchAll(/"trainingPid":(\d+)/g)].map((match) => Number(match[1]));
    process.kill(pids.at(-1) ?? 0, "SIGKILL");
    const [, again] = await eventOf(runId, "started", 2);
    expect(Object(again?.data).resumedFromStep).toBeGreaterThan(0);
    await cancelRun(world.researcher, { runId });
    expect(await endedRun(runId)).toMatchObject({ status: "CANCELLED" });
  });

  it("goes on after SIGTERM and after kill -9, and ends as an unbroken run does", async () => {
    const unbroken = await endedRun(await startRun(6));
    const runId = await startRun(6);
    await eventOf(runId, "checkpoint", 1);
    expect(await worker.end("SIGTERM")).toBe(0);
    worker = startWorkerProcess(world);
    await eventOf(runId, "started", 2);
    const before = await world.db.runEvent.count({ where: { runId, kind: "checkpoint" } });
    await eventOf(runId, "checkpoint", before + 1);
    await worker.end("SIGKILL");
    const killed = performance.now();
    expect(await world.db.trainingRun.findUnique({ where: { id: runId } })).toMatchObject({ status: "RUNNING" });
    worker = startWorkerProcess(world);
    const starts = await eventOf(runId, "started", 3);
    expect(performance.now() - killed).toBeLessThan(60_000);
    const resumed = starts.map((event) => Object(event.data).resumedFromStep);
    expect(resumed[0]).toBe(0);
    expect(resumed[1]).toBeGreaterThan(0);
    expect(resumed[2]).toBeGreaterThan(resumed[1]);
    const broken = await endedRun(runId);
    expect(broken.modelVersion?.weightsSha256).toBe(unbroken.modelVersion?.weightsSha256);
    expect(broken.modelVersion?.metrics).toEqual(unbroken.modelVersion?.metrics);
  }, 300_000);
});
