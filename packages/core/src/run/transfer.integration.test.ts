import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getModelVersion } from "../model/get-model-version.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { getRun } from "./get-run.ts";
import { startTraining } from "./start-training.ts";

let world: World;
let versionId: string;
let parentId: string;
beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
  const { id } = await startTestRun(world, versionId, "Shared");
  ({ modelVersionId: parentId } = await completeTestRun(world, await claimTestRun(world, id)));
});
afterAll(() => world.close());

const wanted = (datasetVersionId: string) => ({
  ...{ group: world.group.slug, datasetVersionId, modelName: "Tuned", config: {}, seed: 1, parentId },
});

describe("a training that starts from a model version", () => {
  test("hands it to the trainer, with the subjects to compare, and is told in the new version", async () => {
    const other = await importTestDataset(world, { count: 12 });
    const { id } = await startTraining(world.researcher, wanted(other.versionId));
    const claimed = await claimTestRun(world, id);
    expect(claimed.parent).toMatchObject({ id: parentId, seenSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(claimed.subjects?.slice(0, 4)).toEqual(["patient-0", "patient-0", "patient-2", "patient-3"]);
    const { modelVersionId } = await completeTestRun(world, claimed);
    expect(await getModelVersion(world.researcher, { modelVersionId })).toMatchObject({
      parent: { id: parentId, number: 1, model: { name: "Shared" } },
    });
    expect(await getRun(world.researcher, { runId: id })).toMatchObject({ parent: { id: parentId } });
    const [event] = await world.db.auditEvent.findMany({ where: { subjectId: id, action: "run.create" } });
    expect(event?.data).toMatchObject({ parentId });
  });

  test("is refused when persons of its own data set would be scored on whom the model has learned from", async () => {
    // In the test data patient 0 is in training and in validation.
    await expect(startTraining(world.researcher, wanted(versionId))).rejects.toMatchObject({
      code: "subject-overlap",
      values: { count: 1, first: "patient-0" },
    });
  });

  test("does not learn of another group's versions", async () => {
    const stranger = await makeWorld();
    try {
      const theirs = await importTestDataset(stranger, { count: 12 });
      const stolen = { ...wanted(theirs.versionId), group: stranger.group.slug };
      await expect(startTraining(stranger.researcher, stolen)).rejects.toMatchObject({
        values: { entity: "model-version" },
      });
    } finally {
      await stranger.close();
    }
  });
});
