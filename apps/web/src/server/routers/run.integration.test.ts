import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepareDatabase } from "@diaphane/core";
import { openStore, type Store } from "@diaphane/data";
import type { Role } from "@diaphane/db";
import {
  createTestDatabase,
  makeDataset,
  makeDatasetVersion,
  makeGroup,
  makeMember,
  makeUser,
  type TestDatabase,
} from "@diaphane/db/testing";
import { defaultTrainingConfig } from "@diaphane/model/config";
import { isTrackedEnvelope } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldRunEvents } from "../../features/training/progress/run-progress.ts";
import { createCallerFactory, router } from "../trpc.ts";
import { contextOf } from "../viewer-context.ts";
import { modelRouter } from "./model.ts";
import { runRouter } from "./run.ts";

const makeCaller = createCallerFactory(router({ model: modelRouter, run: runRouter }));
const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["normal", "opacity"], count: 100 });

let database: TestDatabase;
let folder: string;
let store: Store;
let group: { id: string; slug: string };
let datasetVersionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await prepareDatabase(database.url);
  folder = await mkdtemp(path.join(tmpdir(), "diaphane-web-"));
  store = await openStore(pathToFileURL(folder).href);
  group = await makeGroup(database.db);
  const dataset = await makeDataset(database.db, group.id);
  datasetVersionId = (await makeDatasetVersion(database.db, dataset.id)).id;
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function apiOf(user?: { id: string }) {
  return makeCaller(await contextOf({ db: database.db, store }, user?.id));
}

async function memberApi(role: Role) {
  return apiOf(await makeMember(database.db, group.id, role));
}

async function startRun(modelName = `model-${Math.random()}`) {
  const api = await memberApi("RESEARCHER");
  return api.run.start({ group: group.slug, datasetVersionId, modelName, config, seed: 1 });
}

/** Writes `count` steps of a run as its trainer would. */
async function writeSteps(runId: string, count: number) {
  const losses = { total: 3, reconstruction: 2, classification: 0.5, kl: 0.5 };
  const rates = { capacity: 1, learningRate: 0.01, imagesPerSecond: 500, secondsLeft: 9 };
  const data = { epoch: 1, losses, klPerLatent: [0.2, 0.3], ...rates };
  for (let step = 1; step <= count; step++) {
    await database.db.runEvent.create({ data: { runId, kind: "step", step, data } });
  }
}

/** A caller on the server is handed the envelope that a browser would get unpacked. */
function payloadOf<Data>(sent: { data: Data }): Data {
  if (!isTrackedEnvelope<Data>(sent)) throw new Error("An event came without its id");
  return sent[1];
}

const refusal = (code: string) => ({ code });

describe("the API of training", () => {
  it("lets researchers and owners train, and nobody else", async () => {
    const wanted = { group: group.slug, datasetVersionId, modelName: "Mine", config, seed: 1 };
    for (const role of ["RESEARCHER", "OWNER"] as const) {
      expect(await (await memberApi(role)).run.start(wanted)).toMatchObject({ id: expect.any(String) });
    }
    for (const role of ["REVIEWER", "ANNOTATOR"] as const) {
      await expect((await memberApi(role)).run.start(wanted)).rejects.toMatchObject(refusal("FORBIDDEN"));
    }
    const outsider = await apiOf(await makeUser(database.db));
    await expect(outsider.run.start(wanted)).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect((await apiOf()).run.start(wanted)).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    expect(await database.db.trainingRun.count({ where: { model: { name: "Mine" } } })).toBe(2);
  });

  it("queues nothing that training could not start", async () => {
    const api = await memberApi("RESEARCHER");
    const wanted = { group: group.slug, datasetVersionId, modelName: "Impossible", seed: 1 };
    const wrong = api.run.start({ ...wanted, config: { ...config, epochs: 0 } });
    await expect(wrong).rejects.toMatchObject(refusal("BAD_REQUEST"));
    expect(await database.db.model.count({ where: { name: "Impossible" } })).toBe(0);
  });

  it("shows a run to those who judge models, and cancels it only for those who train", async () => {
    const { id: runId } = await startRun();
    const reviewer = await memberApi("REVIEWER");
    expect(await reviewer.run.progress({ runId })).toMatchObject({ run: { id: runId, status: "QUEUED" } });
    await expect(reviewer.run.cancel({ runId })).rejects.toMatchObject(refusal("FORBIDDEN"));
    const outsider = await apiOf(await makeUser(database.db));
    await expect(outsider.run.progress({ runId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(outsider.run.cancel({ runId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(outsider.run.options({ group: group.slug })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(outsider.model.list({ group: group.slug })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await (await memberApi("RESEARCHER")).run.cancel({ runId });
    expect(await reviewer.run.progress({ runId })).toMatchObject({ run: { status: "CANCELLED" } });
  });

  it("streams what a page has not seen yet, to the end of the run", async () => {
    const { id: runId } = await startRun();
    const reader = await memberApi("REVIEWER");
    await writeSteps(runId, 5);
    const opened = await reader.run.progress({ runId });
    expect(opened.progress).toMatchObject({ step: 5, klPerLatent: [0.2, 0.3] });
    await writeSteps(runId, 7);
    await (await memberApi("OWNER")).run.cancel({ runId });

    let progress = opened.progress;
    for await (const sent of await reader.run.events({ runId, after: opened.progress.lastEventId })) {
      const update = payloadOf(sent);
      progress = foldRunEvents(progress, update.events);
      expect(update.run.status).toBe("CANCELLED");
    }
    const whole = await reader.run.progress({ runId });
    expect(progress).toEqual(whole.progress);
    expect(whole.progress.steps.points).toHaveLength(12);

    // A browser that lost the line names the last event that it had, whatever the page began with.
    const lastEventId = String(opened.progress.lastEventId);
    let resumed = opened.progress;
    for await (const sent of await reader.run.events({ runId, after: 0, lastEventId })) {
      resumed = foldRunEvents(resumed, payloadOf(sent).events);
    }
    expect(resumed).toEqual(progress);
  });

  it("streams nothing to outsiders", async () => {
    const { id: runId } = await startRun();
    const outsider = await apiOf(await makeUser(database.db));
    const read = async () => {
      for await (const update of await outsider.run.events({ runId, after: 0 })) throw new Error(`heard ${update}`);
    };
    await expect(read()).rejects.toMatchObject({ name: "NotFoundError" });
  });
});
