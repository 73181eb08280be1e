import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteDataset } from "../dataset/delete-dataset.ts";
import { getModelVersion } from "../model/get-model-version.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { dataHashOf } from "./data-hash.ts";
import { getRun } from "./get-run.ts";
import { startPretraining } from "./start-pretraining.ts";
import { startTraining } from "./start-training.ts";

let world: World;
let first: { versionId: string; datasetId: string };
let second: { versionId: string; datasetId: string };
beforeAll(async () => {
  world = await makeWorld();
  first = await importTestDataset(world, { count: 12, name: "First" });
  second = await importTestDataset(world, { count: 6, name: "Second" });
});
afterAll(() => world.close());

const wanted = (...datasetVersionIds: string[]) => ({
  ...{ group: world.group.slug, datasetVersionIds, modelName: "Shared", config: {}, seed: 1 },
});

test("a run of several data sets hands all of them to the trainer, and none of them can be deleted any more", async () => {
  const { id } = await startPretraining(world.researcher, wanted(first.versionId, second.versionId));
  const claimed = await claimTestRun(world, id);
  expect(claimed.sets.map(({ datasetVersion }) => datasetVersion.dataset.name)).toEqual(["First", "Second"]);
  expect(claimed.sets.map(({ samples }) => samples.indices.length)).toEqual([12, 6]);
  const hashes = claimed.sets.map(({ datasetVersion }) => datasetVersion.contentHash);
  expect(claimed.dataHash).toBe(dataHashOf(hashes));
  expect(hashes).not.toContain(claimed.dataHash);
  const { modelVersionId } = await completeTestRun(world, claimed);
  expect(await getModelVersion(world.researcher, { modelVersionId })).toMatchObject({ dataHash: claimed.dataHash });
  const run = await getRun(world.researcher, { runId: id });
  expect(run.sets.map(({ dataset }) => dataset.name)).toEqual(["First", "Second"]);
  await expect(deleteDataset(world.owner, { datasetId: second.datasetId })).rejects.toMatchObject({
    code: "dataset-in-use",
  });

  // In the test data patient 0 is in training and in validation; the second set is not the run's own, and counts all the same.
  const from = { group: world.group.slug, modelName: "Tuned", config: {}, seed: 1, parentId: modelVersionId };
  const tuned = startTraining(world.researcher, { ...from, datasetVersionId: second.versionId });
  await expect(tuned).rejects.toMatchObject({ code: "subject-overlap", values: { first: "patient-0" } });
});

test("two versions of one data set are refused, and so is another group's", async () => {
  const again = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: first.versionId } });
  const { summary: _summary, id: _id, ...columns } = again;
  const twin = await world.db.datasetVersion.create({ data: { ...columns, number: 2, summary: {} } });
  await expect(startPretraining(world.researcher, wanted(first.versionId, twin.id))).rejects.toMatchObject({
    code: "same-dataset",
  });
  const stranger = await makeWorld();
  try {
    const theirs = await importTestDataset(stranger, { count: 6 });
    const stolen = startPretraining(world.researcher, wanted(first.versionId, theirs.versionId));
    await expect(stolen).rejects.toMatchObject({ values: { entity: "dataset-version" } });
  } finally {
    await stranger.close();
  }
});
