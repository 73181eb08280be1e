import { makeWorld, type World } from "@diaphane/core/testing";
import { makeDataset, makeDatasetVersion } from "@diaphane/db/testing";
import { defaultTrainingConfig } from "@diaphane/model/config";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCallerFactory, router } from "../trpc.ts";
import { contextOf } from "../viewer-context.ts";
import { runRouter } from "./run.ts";
import { sweepRouter } from "./sweep.ts";

const makeCaller = createCallerFactory(router({ run: runRouter, sweep: sweepRouter }));
const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["normal", "opacity"], count: 100 });

let world: World;
let wanted: { group: string; datasetVersionId: string; modelName: string; configs: (typeof config)[]; seeds: number[] };
beforeAll(async () => {
  world = await makeWorld();
  const dataset = await makeDataset(world.db, world.group.id);
  const { id } = await makeDatasetVersion(world.db, dataset.id);
  wanted = { group: world.group.slug, datasetVersionId: id, modelName: "Swept", configs: [config], seeds: [1, 2] };
});
afterAll(() => world.close());

async function apiOf(role: keyof World["users"]) {
  return makeCaller(await contextOf(world, world.users[role].id));
}

it("queues nothing of a sweep in which one configuration could not start", async () => {
  const api = await apiOf("researcher");
  const configs = [config, { ...config, epochs: 0 }];
  await expect(api.sweep.start({ ...wanted, configs })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await world.db.trainingRun.count()).toBe(0);
});

it("says how large a sweep may be, and that a sweep is not there", async () => {
  const api = await apiOf("researcher");
  const tooFew = api.sweep.start({ ...wanted, seeds: [1] });
  await expect(tooFew).rejects.toMatchObject({ code: "BAD_REQUEST", message: "sweep-size" });
  await expect(api.sweep.get({ sweepId: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("shows a sweep and its runs side by side to those who judge models, and to nobody outside", async () => {
  const { id: sweepId, runIds } = await (await apiOf("researcher")).sweep.start(wanted);
  const reviewer = await apiOf("reviewer");
  expect((await reviewer.sweep.get({ sweepId })).runs).toMatchObject(runIds.map((id) => ({ id, status: "QUEUED" })));
  expect(await reviewer.run.compare({ group: world.group.slug, runIds })).toMatchObject([{ seed: 1 }, { seed: 2 }]);
  await expect(reviewer.sweep.cancel({ sweepId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const outsider = await apiOf("outsider");
  await expect(outsider.sweep.get({ sweepId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const compared = outsider.run.compare({ group: world.group.slug, runIds });
  await expect(compared).rejects.toMatchObject({ code: "NOT_FOUND" });
});
