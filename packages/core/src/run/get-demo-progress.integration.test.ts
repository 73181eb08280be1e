import { afterAll, beforeAll, expect, test } from "vitest";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { appendRunEvents } from "./append-run-events.ts";
import { getDemoProgress } from "./get-demo-progress.ts";
import { startDemoTraining } from "./start-demo-training.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

test("anybody sees how far the demonstration's run in hand is, and then the next", async () => {
  const visitor = { ...world.worker, actor: { kind: "public" } as const };
  expect(await getDemoProgress(visitor)).toBeNull();
  const { versionId } = await importTestDataset(world, { count: 12 });
  const start = (modelName: string) => {
    const wanted = { group: world.group.slug, datasetVersionId: versionId, modelName, config: {}, seed: 1 };
    return startDemoTraining(world.worker, wanted, world.users.researcher.id);
  };
  const nano = await start("nano");
  await start("small");
  const run = await claimTestRun(world, nano.id);
  const data = { engine: "native", parameterCount: 10, stepsPerEpoch: 5, epochs: 4, resumedFromStep: null };
  const held = { runId: run.id, claim: run.claim };
  await appendRunEvents(world.worker, { ...held, events: [{ kind: "started", step: 0, data }] });
  expect(await getDemoProgress(visitor)).toMatchObject({
    modelName: "nano",
    status: "RUNNING",
    epochs: 4,
    epoch: null,
  });
  await completeTestRun(world, run);
  expect(await getDemoProgress(visitor)).toMatchObject({ modelName: "small", status: "QUEUED", epochs: null });
});
