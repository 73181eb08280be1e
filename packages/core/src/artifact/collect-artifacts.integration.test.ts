import { openStore } from "@diaphane/data";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteDataset } from "../dataset/delete-dataset.ts";
import { claimImport } from "../import/claim-import.ts";
import { failImport } from "../import/fail-import.ts";
import { importDataset } from "../import/import-dataset.ts";
import { appendRunEvents } from "../run/append-run-events.ts";
import { failRun } from "../run/fail-run.ts";
import { saveRunCheckpoint } from "../run/save-run-checkpoint.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { createUpload } from "../upload/create-upload.ts";
import { deleteUpload } from "../upload/delete-upload.ts";
import { finishUpload } from "../upload/finish-upload.ts";
import { collectArtifacts } from "./collect-artifacts.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const hourMs = 3_600_000;
let contents = 0;

/** Stores content that nobody has stored before. */
function putSome(kind: "SHARD" | "UPLOAD" | "CHECKPOINT" | "RECONSTRUCTIONS" = "SHARD") {
  return world.store.put(new TextEncoder().encode(`content ${contents++}`), kind);
}

/** Everything that is in the store was put there so long ago. */
async function age(hours: number): Promise<void> {
  await world.db.artifact.updateMany({ data: { storedAt: new Date(Date.now() - hours * hourMs) } });
}

const collect = () => collectArtifacts(world.worker, {});

async function whichAreThere(hashes: readonly string[]): Promise<boolean[]> {
  return await Promise.all(hashes.map((sha256) => world.store.has(sha256)));
}

async function uploadFile() {
  const { sha256, sizeBytes } = await putSome("UPLOAD");
  const { id } = await createUpload(world.owner, { group: world.group.slug, fileName: "chest.npz", sizeBytes });
  await finishUpload(world.owner, { uploadId: id, sha256, sizeBytes });
  return { uploadId: id, sha256 };
}

async function hashesOf(datasetId: string): Promise<string[]> {
  const shards = await world.db.shard.findMany({ where: { datasetVersion: { datasetId } } });
  return shards.map(({ sha256 }) => sha256);
}

describe("collecting artifacts", () => {
  test("deletes images and masks of a deleted data set, and the file it came from, but nothing that another one has", async () => {
    const doomed = await importTestDataset(world, { count: 12, withTargets: true });
    const { uploadId, sha256: original } = await uploadFile();
    await world.db.import.update({ where: { id: doomed.importId }, data: { uploadId } });
    const kept = await importTestDataset(world, { count: 12, shards: 2 });
    const [doomedFiles, keptFiles] = [await hashesOf(doomed.datasetId), await hashesOf(kept.datasetId)];
    const own = doomedFiles.filter((sha256) => !keptFiles.includes(sha256));
    expect([own.length, keptFiles.length]).toEqual([3, 2]);

    const { filesKeptUntil } = await deleteDataset(world.owner, { datasetId: doomed.datasetId });
    expect(filesKeptUntil.getTime()).toBeGreaterThan(Date.now() + 0.9 * hourMs);
    expect(await collect()).toMatchObject({ artifacts: 0 });
    await age(2);
    expect(await collect()).toMatchObject({ artifacts: 4, unknownFiles: 0 });
    expect(await whichAreThere([...own, original])).toEqual([false, false, false, false]);
    expect(await whichAreThere(keptFiles)).toEqual([true, true]);
    const event = await world.db.auditEvent.findFirst({ where: { action: "artifact.collect" } });
    expect([...Object(event?.data).sha256].sort()).toEqual([...own, original].sort());

    const { filesKeptUntil: old } = await deleteDataset(world.owner, { datasetId: kept.datasetId });
    expect(old.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await collect()).toMatchObject({ artifacts: 2 });
  });

  test("is asked for by whoever deletes a data set or an upload", async () => {
    const countJobs = async () => {
      const jobs = await world.db.$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = 'collect-artifacts'`;
      return jobs.length;
    };
    const before = await countJobs();
    await deleteDataset(world.owner, { datasetId: (await importTestDataset(world)).datasetId });
    expect(await countJobs()).toBe(before + 1);
    await deleteUpload(world.owner, { uploadId: (await uploadFile()).uploadId });
    expect(await countJobs()).toBe(before + 2);
    const schedules = await world.db.$queryRaw`SELECT name, cron FROM pgboss.schedule`;
    expect(schedules).toEqual([{ name: "collect-artifacts", cron: "*/15 * * * *" }]);
  });

  test("keeps what runs and models refer to, and lets go of checkpoints of ended runs", async () => {
    const { versionId } = await importTestDataset(world);
    const run = await claimTestRun(world, (await startTestRun(world, versionId)).id);
    const held = { runId: run.id, claim: run.claim };
    const [strip, checkpoint] = [await putSome("RECONSTRUCTIONS"), await putSome("CHECKPOINT")];
    const event = { kind: "reconstructions", step: 1, data: { epoch: 1, sha256: strip.sha256, count: 1 } };
    await appendRunEvents(world.worker, { ...held, events: [event], artifacts: [strip] });
    const { sha256, sizeBytes } = checkpoint;
    await saveRunCheckpoint(world.worker, { ...held, step: 2, sha256, sizeBytes });
    const model = await claimTestRun(world, (await startTestRun(world, versionId)).id);
    const { modelVersionId } = await completeTestRun(world, model);
    const bundle = await world.db.modelVersion.findUniqueOrThrow({ where: { id: modelVersionId } });
    const { manifestSha256, weightsSha256, seenSha256 } = bundle;
    const files = [strip.sha256, manifestSha256, weightsSha256, seenSha256 ?? "", checkpoint.sha256];
    await age(2);
    await collect();
    expect(await whichAreThere(files)).toEqual([true, true, true, true, true]);
    await failRun(world.worker, { ...held, step: 3, code: "diverged", detail: {} });
    await collect();
    expect(await whichAreThere(files)).toEqual([true, true, true, true, false]);
  });

  test("a run deletes its checkpoints before the last, but not one that another run has just stored", async () => {
    const { versionId } = await importTestDataset(world);
    const { id: runId, claim } = await claimTestRun(world, (await startTestRun(world, versionId)).id);
    const save = async ({ sha256, sizeBytes }: { sha256: string; sizeBytes: number }) =>
      saveRunCheckpoint(world.worker, { runId, claim, step: 1, sha256, sizeBytes });
    const made = [await putSome("CHECKPOINT"), await putSome("CHECKPOINT"), await putSome("CHECKPOINT")] as const;
    await save(made[0]);
    await age(2);
    await save(made[1]);
    await save(made[2]);
    expect(await whichAreThere(made.map(({ sha256 }) => sha256))).toEqual([false, true, true]);
  });

  test("leaves alone what a running import has stored, however long ago", async () => {
    const source = { kind: "phantom", count: 30, size: 32 };
    const { importId } = await importDataset(world.owner, { group: world.group.slug, name: "Long", source });
    const claimed = await claimImport(world.worker, { importId });
    const { sha256 } = await putSome();
    await age(5);
    await world.db.import.update({ where: { id: importId }, data: { startedAt: new Date(Date.now() - 5.1 * hourMs) } });
    await collect();
    expect(await world.store.has(sha256)).toBe(true);
    await failImport(world.worker, { importId, claim: claimed?.claim, code: "corrupt", detail: {} });
    await collect();
    expect(await world.store.has(sha256)).toBe(false);
  });

  test("never deletes content that is put again, before it or in the middle of it", async () => {
    const bytes = new TextEncoder().encode("stored by two");
    const { sha256 } = await world.store.put(bytes, "SHARD");
    await age(2);
    await world.store.put(bytes, "SHARD");
    expect(await collect()).toMatchObject({ artifacts: 0 });

    await age(2);
    const [deleting, goOn] = [gate(), gate()];
    const slowStore: World["store"] = {
      ...world.store,
      async delete(name) {
        deleting.open();
        await goOn.passed;
        await world.store.delete(name);
      },
    };
    const collecting = collectArtifacts({ ...world.worker, store: slowStore }, {});
    await deleting.passed;
    const putting = world.store.put(bytes, "SHARD");
    // It waits for the one who deletes: PostgreSQL says so.
    await expect.poll(countWaiting, { timeout: 10_000 }).toBe(1);
    goOn.open();
    expect(await collecting).toMatchObject({ artifacts: 1 });
    await putting;
    expect(await world.store.has(sha256)).toBe(true);
    expect(await world.db.artifact.count({ where: { sha256 } })).toBe(1);
  });

  test("passes over what somebody is about to refer to", async () => {
    const { sha256, sizeBytes } = await putSome("UPLOAD");
    const { id: uploadId } = await createUpload(world.owner, { group: world.group.slug, fileName: "a.npz", sizeBytes });
    await age(2);
    await finishUpload(world.owner, { uploadId, sha256, sizeBytes });
    await world.db.upload.delete({ where: { id: uploadId } });
    // Nobody refers to it now; that somebody did a moment ago is enough.
    await collect();
    expect(await world.store.has(sha256)).toBe(true);
    await age(2);
    await collect();
    expect(await world.store.has(sha256)).toBe(false);
  });

  test("is done again after it broke off in the middle", async () => {
    const files = [await putSome(), await putSome()].map(({ sha256 }) => sha256).sort();
    await age(2);
    let left = 1;
    const breaking: World["store"] = {
      ...world.store,
      async delete(name) {
        if (left-- === 0) throw new Error("the process was killed");
        await world.store.delete(name);
      },
    };
    const events = () => world.db.auditEvent.count({ where: { action: "artifact.collect" } });
    const before = await events();
    await expect(collectArtifacts({ ...world.worker, store: breaking }, {})).rejects.toThrow("killed");
    expect(await whichAreThere(files)).toEqual([false, true]);
    expect(await world.db.artifact.count({ where: { sha256: { in: files } } })).toBe(2);
    expect(await events()).toBe(before);
    expect(await collect()).toMatchObject({ artifacts: 2 });
    expect(await whichAreThere(files)).toEqual([false, false]);
    expect(await world.db.artifact.count({ where: { sha256: { in: files } } })).toBe(0);
    expect(await events()).toBe(before + 1);
  });

  test("finds files that no row tells of, and deletes them a day later", async () => {
    const other = await openStore(world.storeUrl);
    const { sha256 } = await other.put(new TextEncoder().encode("left behind"), "SHARD");
    expect(await collect()).toMatchObject({ unknownFiles: 1 });
    expect(await collect()).toMatchObject({ unknownFiles: 0 });
    await age(23);
    await collect();
    expect(await world.store.has(sha256)).toBe(true);
    await age(25);
    expect(await collect()).toMatchObject({ artifacts: 1 });
    expect(await world.store.has(sha256)).toBe(false);
  });

  test("lets go of uploads that came to nothing for two days", async () => {
    const [abandoned, failed, used] = [await uploadFile(), await uploadFile(), await uploadFile()];
    const newer = await uploadFile();
    for (const [{ uploadId }, status] of [[failed, "FAILED"] as const, [used, "SUCCEEDED"] as const]) {
      const { importId } = await importTestDataset(world);
      await world.db.import.update({ where: { id: importId }, data: { uploadId, status } });
    }
    const ids = [abandoned, failed, used].map(({ uploadId }) => uploadId);
    const finishedAt = new Date(Date.now() - 49 * hourMs);
    await world.db.upload.updateMany({ where: { id: { in: ids } }, data: { finishedAt } });
    await age(2);
    expect(await collect()).toMatchObject({ expiredUploads: 2 });
    const files = [abandoned, failed, used, newer].map(({ sha256 }) => sha256);
    expect(await whichAreThere(files)).toEqual([false, false, true, true]);
    expect((await world.auditActions()).filter((action) => action === "upload.expire")).toHaveLength(2);
  });
});

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

async function countWaiting(): Promise<number> {
  const waiting = await world.db.$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO artifacts%'`;
  return waiting.length;
}
