import { makeWorld, type World } from "@diaphane/core/testing";
import { makeDataset, makeDatasetVersion } from "@diaphane/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const dataset = await makeDataset(world.db, world.group.id, { name: "Tiny" });
  await makeDatasetVersion(world.db, dataset.id, { count: 20 });
});
afterAll(() => world.close());

function sweep(...args: string[]) {
  const all = ["sweep", "--group", world.group.slug, "--name", "Swept", ...args];
  return runCli(all, { env: { DATABASE_URL: world.url, STORE_URL: world.storeUrl } });
}

it("queues sizes × seeds × β, and says where to look", async () => {
  const sizes = ["--sizes", "nano,small", "--seeds", "1,2", "--beta", "1,4", "--epochs", "3"];
  const queued = await sweep("--data", "Tiny", ...sizes, "--as", `${world.users.researcher.email}`);
  expect(queued).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Queued 8 trainings: \/g\/.+\/sweeps\/\w+\n$/),
  });
  const runs = await world.db.trainingRun.findMany({ orderBy: { sweepPosition: "asc" } });
  expect(runs.map(({ seed }) => seed)).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
  expect(runs[2]).toMatchObject({
    createdBy: world.users.researcher.id,
    config: { epochs: 3, model: { size: "nano" }, objective: expect.arrayContaining([{ kind: "beta", beta: 4 }]) },
  });
});

it("limits the code by capacities instead, the default one when none is named", async () => {
  const queued = await sweep("--data", "Tiny", "--seeds", "1", "--capacity", "5,50", "--json");
  const { runIds } = JSON.parse(queued.stdout);
  const runs = await world.db.trainingRun.findMany({
    where: { id: { in: runIds } },
    orderBy: { sweepPosition: "asc" },
  });
  const capacity = (value: number) => expect.arrayContaining([expect.objectContaining({ capacity: value })]);
  expect(runs).toMatchObject([{ config: { objective: capacity(5) } }, { config: { objective: capacity(50) } }]);
  const plain = JSON.parse((await sweep("--data", "Tiny", "--json")).stdout);
  const first = await world.db.trainingRun.findUniqueOrThrow({ where: { id: plain.runIds[0] } });
  expect(first).toMatchObject({ seed: 1, config: { objective: capacity(25) } });
});

it.each([
  ["a data set that is not there", ["--data", "Nothing"], "data set Nothing"],
  ["a size that is not there", ["--data", "Tiny", "--sizes", "nano,huge"], "nano, small"],
  ["both ways of limiting the code", ["--data", "Tiny", "--beta", "1", "--capacity", "5"], "cannot be used with"],
  ["more than can be queued", ["--data", "Tiny", "--seeds", Array.from({ length: 61 }, (_, i) => i).join()], "seeds"],
])("refuses %s", async (_, args, words) => {
  const before = await world.db.trainingRun.count();
  expect(await sweep(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  expect(await world.db.trainingRun.count()).toBe(before);
});
