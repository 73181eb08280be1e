import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { appendRunEvents } from "./append-run-events.ts";
import { cancelRun } from "./cancel-run.ts";
import { claimRun } from "./claim-run.ts";
import { failRun } from "./fail-run.ts";
import { finishCancelledRun } from "./finish-cancelled-run.ts";
import { getRun } from "./get-run.ts";
import { heartbeatRun } from "./heartbeat-run.ts";
import { listRunEvents } from "./list-run-events.ts";
import { listRuns } from "./list-runs.ts";
import { readArtifact } from "./read-artifact.ts";
import { saveRunCheckpoint } from "./save-run-checkpoint.ts";
import { startTraining } from "./start-training.ts";

let world: World;
let versionId: string;
beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
});
afterAll(() => world.close());

const started = {
  kind: "started",
  step: 0,
  data: { engine: "native", parameterCount: 10, stepsPerEpoch: 5, epochs: 2, resumedFromStep: null },
};
const log = (step: number) => ({ kind: "log", step, data: { level: "info", code: "note", values: { step } } });

describe("training runs", () => {
  test("make a model and a job, and share the model of one name", async () => {
    const first = await startTestRun(world, versionId, "Chest");
    const second = await startTestRun(world, versionId, "Chest");
    expect(second.modelId).toBe(first.modelId);
    const jobs = await world.db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'train-model' ORDER BY created_on`;
    expect(jobs).toEqual([{ data: { runId: first.id } }, { data: { runId: second.id } }]);
    const run = await getRun(world.reviewer, { runId: first.id });
    expect(run).toMatchObject({
      status: "QUEUED",
      model: { name: "Chest" },
      creator: { id: world.users.researcher.id },
    });
    expect(run).not.toHaveProperty("claim");
    const { slug } = world.group;
    const newest = await listRuns(world.owner, { group: slug, limit: 1 });
    expect(newest.map(({ id }) => id)).toEqual([second.id]);
    const rest = await listRuns(world.owner, { group: slug, beforeRunId: second.id });
    expect(rest.map(({ id }) => id)).toEqual([first.id]);
    expect(await listRuns(world.owner, { group: slug, status: ["RUNNING"] })).toEqual([]);
  });

  test("leave nothing when they can't be queued", async () => {
    const before = await world.db.trainingRun.count();
    const wanted = { group: world.group.slug, datasetVersionId: "no-such", modelName: "Lost", config: {}, seed: 1 };
    await expect(startTraining(world.researcher, wanted)).rejects.toMatchObject({
      values: { entity: "dataset-version" },
    });
    const config = { big: "x".repeat(300_000) };
    const tooBig = startTraining(world.researcher, { ...wanted, datasetVersionId: versionId, config });
    await expect(tooBig).rejects.toMatchObject({ code: "invalid-input", values: { fields: "config" } });
    expect(await world.db.trainingRun.count()).toBe(before);
    expect(await world.db.model.count({ where: { name: "Lost" } })).toBe(0);
  });

  test("are claimed with their data, and tell what happens in order", async () => {
    const { id: runId } = await startTestRun(world, versionId);
    const { claim, datasetVersion, samples, checkpointSha256 } = await claimTestRun(world, runId);
    expect(datasetVersion).toMatchObject({ imageCount: 12, shards: [{ firstIndex: 0 }, { firstIndex: 6 }] });
    expect([...samples.splits.slice(0, 3)]).toEqual([0, 1, 2]);
    expect(checkpointSha256).toBeNull();
    const held = { runId, claim };
    expect(await appendRunEvents(world.worker, { ...held, events: [started, log(1)] })).toEqual({
      cancelRequested: false,
    });
    await appendRunEvents(world.worker, { ...held, events: [log(2), log(3)] });
    const [first, ...others] = await listRunEvents(world.reviewer, { runId });
    expect(first).toMatchObject(started);
    expect(others.map(({ step }) => step)).toEqual([1, 2, 3]);
    const page = await listRunEvents(world.reviewer, { runId, afterId: first?.id, limit: 2 });
    expect(page.map(({ step }) => step)).toEqual([1, 2]);
    expect(await getRun(world.owner, { runId })).toMatchObject({ status: "RUNNING", engine: "native" });
    const broken = { ...held, events: [{ kind: "step", step: 1, data: { epoch: -1 } }] };
    await expect(appendRunEvents(world.worker, broken)).rejects.toMatchObject({ name: "InvalidInputError" });
    const final = { ...held, events: [{ kind: "cancelled", step: 1, data: {} }] };
    await expect(appendRunEvents(world.worker, final)).rejects.toMatchObject({ code: "final-event" });
  });

  test("end with a model version each, numbered in turn", async () => {
    const runs = [await startTestRun(world, versionId, "Numbered"), await startTestRun(world, versionId, "Numbered")];
    const claimed = await Promise.all(runs.map(({ id }) => claimTestRun(world, id)));
    const done = await Promise.all(claimed.map((run) => completeTestRun(world, run)));
    expect(done.map(({ number }) => number).sort()).toEqual([1, 2]);
    const [run] = claimed;
    if (!run) throw new Error("no run");
    const ended = await getRun(world.owner, { runId: run.id });
    expect(ended).toMatchObject({ status: "SUCCEEDED", modelVersionId: done[0]?.modelVersionId });
    const events = await listRunEvents(world.owner, { runId: run.id });
    expect(events.at(-1)).toMatchObject({ kind: "finished", step: 7, data: { metrics: { test: {} } } });
    expect(await world.auditActions()).toContain("model-version.create");
    await expect(completeTestRun(world, run)).rejects.toMatchObject({ code: "claim-lost" });
    expect(await claimRun(world.worker, { runId: run.id })).toBeNull();
    await expect(cancelRun(world.owner, { runId: run.id })).rejects.toMatchObject({ code: "run-finished" });
  });

  test("stop when asked: at once while they wait, at the worker's next word while they run", async () => {
    const waiting = await startTestRun(world, versionId);
    await cancelRun(world.researcher, { runId: waiting.id });
    expect(await claimRun(world.worker, { runId: waiting.id })).toBeNull();
    expect((await listRunEvents(world.owner, { runId: waiting.id })).map(({ kind }) => kind)).toEqual(["cancelled"]);

    const { id: runId } = await startTestRun(world, versionId);
    const { claim } = await claimTestRun(world, runId);
    expect(await heartbeatRun(world.worker, { runId, claim })).toEqual({ cancelRequested: false });
    await cancelRun(world.owner, { runId });
    await cancelRun(world.owner, { runId });
    expect(await heartbeatRun(world.worker, { runId, claim })).toEqual({ cancelRequested: true });
    await finishCancelledRun(world.worker, { runId, claim, step: 3 });
    expect(await getRun(world.owner, { runId })).toMatchObject({ status: "CANCELLED" });

    // The worker died before it could stop: whoever takes the job over ends the run.
    const { id } = await startTestRun(world, versionId);
    await claimTestRun(world, id);
    await cancelRun(world.owner, { runId: id });
    expect(await claimRun(world.worker, { runId: id })).toBeNull();
    expect(await getRun(world.owner, { runId: id })).toMatchObject({ status: "CANCELLED" });
  });

  test("resume from the last checkpoint under another worker, and hear no more from the first", async () => {
    const { id: runId } = await startTestRun(world, versionId);
    const { claim } = await claimTestRun(world, runId);
    const [first, second] = [someSha256(), someSha256()];
    const save = (sha256: string, step: number) =>
      saveRunCheckpoint(world.worker, { runId, claim, step, sha256, sizeBytes: 9 });
    await save(first, 5);
    await save(second, 10);
    const heir = await claimTestRun(world, runId);
    expect(heir.checkpointSha256).toBe(second);
    const lost = { name: "ConflictError", code: "claim-lost" };
    await expect(save(someSha256(), 15)).rejects.toMatchObject(lost);
    await expect(appendRunEvents(world.worker, { runId, claim, events: [log(1)] })).rejects.toMatchObject(lost);
    await expect(heartbeatRun(world.worker, { runId, claim })).rejects.toMatchObject(lost);
    await expect(failRun(world.worker, { runId, claim, code: "x" })).rejects.toMatchObject(lost);
    await expect(completeTestRun(world, { id: runId, claim })).rejects.toMatchObject(lost);
    await failRun(world.worker, { runId, claim: heir.claim, step: 11, code: "not-finite", detail: { loss: "NaN" } });
    expect(await getRun(world.owner, { runId })).toMatchObject({ status: "FAILED", errorCode: "not-finite" });
    expect((await listRunEvents(world.owner, { runId })).at(-1)).toMatchObject({ kind: "failed", step: 11 });
  });

  test("give out their reconstructions, and no other file", async () => {
    const { id: runId } = await startTestRun(world, versionId);
    const { claim } = await claimTestRun(world, runId);
    const { sha256, sizeBytes } = await world.store.put(Uint8Array.of(1, 2, 3), "RECONSTRUCTIONS");
    const events = [{ kind: "reconstructions", step: 5, data: { epoch: 1, sha256, count: 1 } }];
    const artifacts = [{ sha256, sizeBytes, kind: "RECONSTRUCTIONS" }];
    await appendRunEvents(world.worker, { runId, claim, events, artifacts });
    const { chunks } = await readArtifact(world.reviewer, { runId, sha256 });
    const read = [];
    for await (const chunk of chunks) read.push(...chunk);
    expect(read).toEqual([1, 2, 3]);
    const { sha256: other } = await world.store.put(Uint8Array.of(9), "CHECKPOINT");
    await expect(readArtifact(world.owner, { runId, sha256: other })).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(readArtifact(world.outsider, { runId, sha256 })).rejects.toMatchObject({ name: "NotFoundError" });
  });

  test("are for researchers and owners: a reviewer can't train, an outsider sees nothing", async () => {
    const { id: runId } = await startTestRun(world, versionId);
    const { slug } = world.group;
    const wanted = { group: slug, datasetVersionId: versionId, modelName: "No", config: {}, seed: 1 };
    const forbidden = { name: "ForbiddenError" };
    for (const actor of [world.reviewer, world.annotator]) {
      await expect(startTraining(actor, wanted)).rejects.toMatchObject(forbidden);
      await expect(cancelRun(actor, { runId })).rejects.toMatchObject(forbidden);
    }
    await expect(getRun(world.annotator, { runId })).rejects.toMatchObject(forbidden);
    await expect(listRuns(world.annotator, { group: slug })).rejects.toMatchObject(forbidden);
    for (const verb of [getRun, cancelRun, listRunEvents]) {
      await expect(verb(world.outsider, { runId })).rejects.toMatchObject({ name: "NotFoundError" });
      await expect(verb(world.visitor, { runId })).rejects.toMatchObject({ code: "sign-in-required" });
    }
    await expect(startTraining(world.outsider, wanted)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(claimRun(world.owner, { runId })).rejects.toMatchObject({ code: "worker-only" });
    await world.setRole(world.users.researcher, "REVIEWER");
    await expect(startTraining(world.researcher, wanted)).rejects.toMatchObject(forbidden);
    await world.setRole(world.users.researcher, "RESEARCHER");
  });
});
