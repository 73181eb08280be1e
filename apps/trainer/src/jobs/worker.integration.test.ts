import { createHash } from "node:crypto";
import {
  cancelImport,
  cancelRun,
  collectArtifacts,
  createUpload,
  deleteDataset,
  finishUpload,
  getSampleImages,
  getSampleMasks,
  importDataset,
  listSamples,
  startPretraining,
  startTraining,
} from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { phantomSource } from "@diaphane/data";
import { encodeMedMnist, encodeNpz, encodeRawNpy, encodeTexts, smallMedMnist } from "@diaphane/data/testing";
import {
  defaultTrainingConfig,
  type ImageSet,
  parseManifest,
  pretrainingConfig,
  seenIn,
  serializeManifest,
  transferringConfig,
  writeSeenList,
} from "@diaphane/model";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatherTrainingData } from "../data/gather-training-data.ts";
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

const shape = { size: "nano", channels: 1, count: 168 } as const;

async function startRun(
  epochs: number,
  change: object = {},
  from: { parentId?: string; datasetVersionId?: string } = {},
) {
  const trained = { datasetVersionId, ...from };
  const version = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: trained.datasetVersionId } });
  const defaults = defaultTrainingConfig({ ...shape, classes: version.classes });
  const config = { ...defaults, epochs, batchSize: 16, ...change };
  const modelName = `Model ${Math.random()}`;
  const wanted = { group: world.group.slug, modelName, config, seed: 11, ...trained };
  return (await startTraining(world.researcher, wanted)).id;
}

/** A class, masks and boxes to learn at once, as the phantom has them. */
async function withEveryHead() {
  const version = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
  const { classes, maskClasses, boxClasses } = version;
  const { model, objective } = defaultTrainingConfig({ ...shape, classes, maskClasses, boxClasses });
  return { model, objective };
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
    expect(version).toMatchObject({
      maskClasses: ["background", "lungs", "heart", "opacity"],
      boxClasses: ["opacity"],
    });
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

  it("ends an import of a file that would break its own error message", async () => {
    const header = "{'descr': '|u\0', 'fortran_order': False, 'shape': (6, 28, 28), }";
    const odd = { ...smallMedMnist(), train_images: encodeRawNpy(header, new Uint8Array(6 * 784)) };
    expect(await importFile("odd.npz", encodeNpz(odd))).toMatchObject({ errorCode: "unsupported-dtype" });
    const names = Array.from({ length: 8 }, (_, i) => [`${i}`.repeat(60_000), encodeRawNpy("", new Uint8Array())]);
    const long = await importFile("long.npz", encodeNpz(Object.fromEntries(names)));
    expect(long).toMatchObject({ status: "FAILED", errorCode: "missing-key", errorDetail: { key: "train_images" } });
  });

  it("starts anew after kill -9, and ends as an unbroken one does", async () => {
    // Takes seconds to draw, so that the worker is killed in the middle of it on a fast machine too.
    const count = 4000;
    const source = { kind: "phantom", count, size: 64, seed: 3 };
    const queue = (name: string) => importDataset(world.researcher, { group: world.group.slug, name, source });
    const whole = await endedImport((await queue("Unbroken")).importId);
    const { importId: id, datasetId } = await queue("Broken");
    await eventually(() => world.db.import.findFirst({ where: { id, imagesDone: { gt: 0 } } }), worker);
    await worker.end("SIGKILL");
    const versionsAtDeath = await world.db.datasetVersion.count({ where: { datasetId } });
    worker = startWorkerProcess(world);
    expect(versionsAtDeath).toBe(0);
    const broken = await endedImport(id);
    const versions = await Promise.all(
      [whole, broken].map((ended) => {
        const where = { id: ended.datasetVersionId ?? "" };
        return world.db.datasetVersion.findUniqueOrThrow({ where, include: { _count: { select: { samples: true } } } });
      }),
    );
    expect(versions.map(({ _count }) => _count.samples)).toEqual([count, count]);
    expect(versions[1]?.contentHash).toBe(versions[0]?.contentHash);
  });

  it("keeps masks, boxes and subjects of a file as they are", async () => {
    const drawn = phantomSource({ count: 60, size: 28, seed: 9 });
    const { datasetVersionId: id } = await importFile(
      "targets.npz",
      await encodeMedMnist(drawn, { withTargets: true }),
    );
    const versionId = id ?? "";
    const version = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: versionId } });
    const { maskClasses, boxClasses } = drawn.meta;
    expect(version).toMatchObject({ maskClasses, boxClasses, classes: drawn.meta.classes, hasSubjects: true });
    const read = await listSamples(world.annotator, { versionId, limit: 60 });
    const { masks } = await getSampleMasks(world.annotator, { versionId, indices: read.map(({ index }) => index) });
    const { images } = await getSampleImages(world.annotator, { versionId, indices: read.map(({ index }) => index) });
    let first = 0;
    for await (const rows of drawn.rows()) {
      const end = first + rows.samples.length;
      expect(masks.subarray(first * 784, end * 784)).toEqual(rows.masks);
      expect(images.subarray(first * 784, end * 784)).toEqual(rows.images);
      const expected = rows.samples.map(({ boxes, subject, label }) => ({ boxes, subject, label }));
      expect(read.slice(first, end)).toMatchObject(expected);
      first = end;
    }
    expect(first).toBe(60);
  });

  it("refuses a person on both sides of a split", async () => {
    const subjects = {
      train_subjects: encodeTexts(["a", "b", "c", "d", "e", "f"]),
      val_subjects: encodeTexts(["g", "h", "c", "i"]),
    };
    const shared = { ...smallMedMnist(), ...subjects, test_subjects: encodeTexts(["j", "k"]) };
    const failed = await importFile("shared.npz", encodeNpz(shared));
    expect(failed).toMatchObject({ status: "FAILED", errorCode: "subject-overlap", datasetVersionId: null });
    expect(failed.errorDetail).toMatchObject({ key: "val_subjects[2]", found: expect.stringContaining('"c"') });
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

describe("collection", () => {
  it("takes a deleted data set's files out of the store", async () => {
    const source = { kind: "phantom", count: 30, size: 32, seed: 8 };
    const { importId } = await importDataset(world.researcher, { group: world.group.slug, name: "Doomed", source });
    const { datasetId, datasetVersionId: versionId } = await endedImport(importId);
    const shards = await world.db.shard.findMany({ where: { datasetVersionId: versionId ?? "" } });
    expect(shards.length).toBeGreaterThan(1);
    await world.db.artifact.updateMany({ data: { storedAt: new Date(0) } });
    await deleteDataset(world.owner, { datasetId });
    await eventually(async () => {
      const there = await Promise.all(shards.map(({ sha256 }) => world.store.has(sha256)));
      return !there.includes(true);
    }, worker);
    await eventually(async () => worker.log().includes("unused files deleted"), worker);
  });
});

describe("training", () => {
  it("tells what happens, stores a verified bundle, and leaves its checkpoints to be collected", async () => {
    const runId = await startRun(2);
    const run = await endedRun(runId);
    expect(run).toMatchObject({ status: "SUCCEEDED", engine: expect.stringMatching(/native|wasm|cuda/) });
    const events = await world.db.runEvent.findMany({ where: { runId }, orderBy: { id: "asc" } });
    const kinds = events.map((event) => event.kind);
    expect(kinds.at(0)).toBe("started");
    expect(kinds.at(-1)).toBe("finished");
    for (const kind of ["epoch", "reconstructions"]) expect(kinds.filter((each) => each === kind)).toHaveLength(2);
    const number = expect.any(Number);
    expect(events.find((event) => event.kind === "step")?.data).toMatchObject({
      ...{ epoch: 1, capacity: number, learningRate: number, imagesPerSecond: number, secondsLeft: number },
      losses: { total: number, reconstruction: number, classification: number, kl: number },
      klPerLatent: Array(Object(run.config).model.latentDim).fill(number),
    });
    expect(events.find((event) => event.kind === "epoch")?.data).toMatchObject({ validation: { auc: number } });

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
    await world.db.artifact.updateMany({ data: { storedAt: new Date(0) } });
    await collectArtifacts(world.worker, {});
    const left = await Promise.all([...checkpoints, sha256, weightsSha256].map((name) => world.store.has(name)));
    expect(left).toEqual([...checkpoints.map(() => false), true, true]);
  });

  it("learns the version's masks and boxes beside its classes", async () => {
    const everyHead = await withEveryHead();
    const { maskClasses, boxClasses } = everyHead.model;
    const runId = await startRun(1, everyHead);
    const run = await endedRun(runId);
    expect(run).toMatchObject({ status: "SUCCEEDED" });
    const [epoch] = await world.db.runEvent.findMany({ where: { runId, kind: "epoch" } });
    const number = expect.any(Number);
    expect(epoch?.data).toMatchObject({ validation: { auc: number, dice: number, ap50: number } });
    const estimate = { value: number, interval: [number, number] };
    expect(run.modelVersion?.metrics).toMatchObject({
      test: {
        segmentation: { classes: maskClasses, dice: estimate },
        detection: { classes: boxClasses, overall: { ap50: estimate, ap: estimate, recall: estimate } },
      },
    });
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

  it("starts from a version, which the new one names, and fails when it would be scored on what was learned", async () => {
    const first = (await endedRun(await startRun(1))).modelVersion;
    const manifest = parseManifest(new TextDecoder().decode(await world.store.read(first?.manifestSha256 ?? "")));
    const choice = { classes: manifest.model.classes, channels: 1, count: 168, tune: "head" } as const;
    const { transfer } = transferringConfig(manifest, choice);
    const parentId = first?.id ?? "";
    const second = (await endedRun(await startRun(1, { transfer }, { parentId }))).modelVersion;
    expect(second?.parentId).toBe(parentId);
    const tuned = parseManifest(new TextDecoder().decode(await world.store.read(second?.manifestSha256 ?? "")));
    expect(tuned.provenance.trainedOn?.map(({ name }) => name)).toEqual(["Phantom", "Phantom"]);
    expect(tuned.seen?.images).toBe(manifest.seen?.images);

    const seen = writeSeenList(await seenIn([await testImages()], "0".repeat(32)));
    const stored = await world.store.put(seen, "BUNDLE_SEEN");
    const forged = { ...manifest, seen: { sha256: stored.sha256, images: 36, subjects: 0 } };
    const storedManifest = await world.store.put(
      new TextEncoder().encode(serializeManifest(forged)),
      "BUNDLE_MANIFEST",
    );
    const data = { seenSha256: stored.sha256, manifestSha256: storedManifest.sha256 };
    // The database lets nobody change what a version is; this one stands for a model of other images.
    await world.db.$executeRawUnsafe("ALTER TABLE model_versions DISABLE TRIGGER USER");
    await world.db.modelVersion.update({ where: { id: parentId }, data });
    await world.db.$executeRawUnsafe("ALTER TABLE model_versions ENABLE TRIGGER USER");
    const refused = await endedRun(await startRun(1, { transfer }, { parentId }));
    expect(refused).toMatchObject({ status: "FAILED", errorCode: "overlap", modelVersion: null });
    expect(Object(refused.errorDetail).message).toContain("of the test set");
  });

  it("learns several data sets at once, for others to start from", async () => {
    const source = { kind: "phantom", count: 60, size: 28, seed: 12 };
    const other = await importDataset(world.researcher, { group: world.group.slug, name: "Other phantom", source });
    const ids = [datasetVersionId, (await endedImport(other.importId)).datasetVersionId ?? ""];
    const version = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
    const groups = ["Phantom", "Other phantom"].map((set) => ({ set, classes: version.classes }));
    const config = { ...pretrainingConfig({ ...shape, groups }), epochs: 1, batchSize: 16 };
    const wanted = { group: world.group.slug, modelName: "Shared", config, seed: 3, datasetVersionIds: ids };
    const { id: runId } = await startPretraining(world.researcher, wanted);
    const run = await endedRun(runId);
    expect(run).toMatchObject({ status: "SUCCEEDED" });
    const number = expect.any(Number);
    const names = groups.map(({ set }) => ({ name: set }));
    expect(run.modelVersion?.metrics).toMatchObject({ sets: names });
    const [epoch] = await world.db.runEvent.findMany({ where: { runId, kind: "epoch" } });
    expect(epoch?.data).toMatchObject({ validation: { auc: null, psnr: number }, sets: names });
    const read = await world.store.read(run.modelVersion?.manifestSha256 ?? "");
    const { provenance, seen } = parseManifest(new TextDecoder().decode(read));
    expect(provenance.dataHash).toBe(run.modelVersion?.dataHash);
    expect(provenance.trainedOn).toMatchObject(names);
    expect(seen?.images).toBe(168 + 42);
  });

  it("fails with a code when losses are no numbers any more", async () => {
    const runId = await startRun(30, { objective: [{ kind: "reconstruction", weight: 1e37 }] });
    const run = await endedRun(runId);
    expect(run.errorDetail).toMatchObject({ message: expect.stringContaining("diverged") });
    expect(run).toMatchObject({ status: "FAILED", errorCode: "diverged", modelVersion: null });
    const last = (await eventOf(runId, "failed")).at(-1);
    expect(last?.data).toMatchObject({ code: "diverged" });
  });

  it("goes on when the database was away", async () => {
    const runId = await startRun(8, { batchSize: 8 });
    await eventOf(runId, "checkpoint");
    const letIn = await world.cutOff();
    // The next checkpoint can't be recorded: the job is given up and stays the queue's.
    await eventually(async () => worker.log().includes("the queue tries it again"), worker);
    await letIn();
    expect(await endedRun(runId)).toMatchObject({ status: "SUCCEEDED" });
    const starts = await eventOf(runId, "started", 2);
    expect(Object(starts[1]?.data).resumedFromStep).toBeGreaterThan(0);
  });

  it("goes on with every kind of head after SIGTERM and after kill -9 in mid-epoch, and ends as an unbroken run does", async () => {
    // An epoch takes seconds, so that processes are killed in the middle of one on a fast machine too.
    const source = { kind: "phantom", count: 400, size: 32, seed: 6 };
    const larger = await importDataset(world.researcher, { group: world.group.slug, name: "Larger phantom", source });
    const from = { datasetVersionId: (await endedImport(larger.importId)).datasetVersionId ?? "" };
    const change = { batchSize: 4, ...(await withEveryHead()) };
    const unbroken = await endedRun(await startRun(5, change, from));
    const runId = await startRun(5, change, from);
    await eventOf(runId, "checkpoint");
    expect(await worker.end("SIGTERM")).toBe(0);
    worker = startWorkerProcess(world);
    await eventOf(runId, "started", 2);

    const lostByTraining = await stepOfUnsavedEpoch(runId);
    const pids = [...worker.log().matchAll(/"trainingPid":(\d+)/g)].map((match) => Number(match[1]));
    process.kill(pids.at(-1) ?? 0, "SIGKILL");
    await eventOf(runId, "started", 3);

    const lostByWorker = await stepOfUnsavedEpoch(runId);
    await worker.end("SIGKILL");
    const killed = performance.now();
    expect(await world.db.trainingRun.findUnique({ where: { id: runId } })).toMatchObject({ status: "RUNNING" });
    worker = startWorkerProcess(world);
    const starts = await eventOf(runId, "started", 4);
    expect(performance.now() - killed).toBeLessThan(60_000);

    const [fresh, afterTerm = 0, afterTraining = 0, afterWorker = 0] = starts.map(
      (event) => Object(event.data).resumedFromStep,
    );
    expect(fresh).toBe(0);
    expect(afterTerm).toBeGreaterThan(0);
    expect(afterTraining).toBeGreaterThanOrEqual(afterTerm);
    expect(afterTraining).toBeLessThan(lostByTraining);
    expect(afterWorker).toBeGreaterThan(afterTraining);
    expect(afterWorker).toBeLessThan(lostByWorker);
    const broken = await endedRun(runId);
    expect(broken.modelVersion?.weightsSha256).toBe(unbroken.modelVersion?.weightsSha256);
    expect(broken.modelVersion?.metrics).toEqual(unbroken.modelVersion?.metrics);
  }, 300_000);
});

/** The test images of the phantom that is trained on. */
async function testImages(): Promise<ImageSet> {
  const { test } = await gatherTrainingData(phantomSource({ count: 240, size: 32, seed: 5 }));
  if (!test) throw new Error("The phantom has no test images.");
  return test;
}

/** Waits until training is well inside an epoch and past its last checkpoint: the step it is at is lost when it is killed. */
function stepOfUnsavedEpoch(runId: string): Promise<number> {
  return eventually(async () => {
    const last = (kind: string) => world.db.runEvent.findFirst({ where: { runId, kind }, orderBy: { id: "desc" } });
    const [started, checkpoint, step] = await Promise.all([last("started"), last("checkpoint"), last("step")]);
    if (!started || !checkpoint || !step || step.id < started.id || checkpoint.id < started.id) return null;
    const isInEpoch = step.step % Object(started.data).stepsPerEpoch !== 0;
    return step.step > checkpoint.step && isInEpoch && step.step;
  }, worker);
}
