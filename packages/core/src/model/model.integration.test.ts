import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishDataset } from "../dataset/publish-dataset.ts";
import { startDemoTraining } from "../run/start-demo-training.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { getModel } from "./get-model.ts";
import { getModelVersion } from "./get-model-version.ts";
import { getReleasedModel } from "./get-released-model.ts";
import { listModelSamples } from "./list-model-samples.ts";
import { listModelVersions } from "./list-model-versions.ts";
import { listModels } from "./list-models.ts";
import { listReleasedModels } from "./list-released-models.ts";
import { readBundleFile } from "./read-bundle-file.ts";

let world: World;
let versionId: string;
let datasetId: string;
let draft: { modelId: string; modelVersionId: string };
beforeAll(async () => {
  world = await makeWorld();
  ({ versionId, datasetId } = await importTestDataset(world, { count: 12 }));
  const run = await startTestRun(world, versionId, "Draft");
  const { modelVersionId } = await completeTestRun(world, await claimTestRun(world, run.id));
  draft = { modelId: run.modelId, modelVersionId };
});
afterAll(() => world.close());

async function trainDemo(modelName: string) {
  const wanted = { group: world.group.slug, datasetVersionId: versionId, modelName, config: {}, seed: 1 };
  const { id } = await startDemoTraining(world.worker, wanted, world.users.researcher.id);
  return await completeTestRun(world, await claimTestRun(world, id));
}

describe("models", () => {
  test("are the group's until released", async () => {
    const { modelId, modelVersionId } = draft;
    expect(await listModels(world.reviewer, { group: world.group.slug })).toMatchObject([
      { name: "Draft", counts: { versions: 1, runs: 1 }, latestVersion: { id: modelVersionId, multiplyAdds: 100 } },
    ]);
    expect(await getModel(world.researcher, { modelId })).toMatchObject({ slug: "draft" });
    expect(await listModelVersions(world.owner, { modelId })).toMatchObject([{ number: 1, state: "DRAFT" }]);
    const version = await getModelVersion(world.reviewer, { modelVersionId });
    expect(version).toMatchObject({
      isMember: true,
      datasetVersion: { dataset: { isSynthetic: true } },
      run: { seed: 1 },
    });
    expect(await listReleasedModels(world.visitor)).toEqual([]);
    const missing = { name: "NotFoundError" };
    for (const actor of [world.outsider, world.visitor]) {
      await expect(getModelVersion(actor, { modelVersionId })).rejects.toMatchObject(missing);
      await expect(readBundleFile(actor, { modelVersionId, file: "weights" })).rejects.toMatchObject(missing);
      await expect(listModelSamples(actor, { modelVersionId })).rejects.toMatchObject(missing);
      await expect(getReleasedModel(actor, { slug: "draft" })).rejects.toMatchObject(missing);
    }
    await expect(getModel(world.outsider, { modelId })).rejects.toMatchObject(missing);
    await expect(listModels(world.outsider, { group: world.group.slug })).rejects.toMatchObject(missing);
    const forbidden = { name: "ForbiddenError" };
    await expect(getModelVersion(world.annotator, { modelVersionId })).rejects.toMatchObject(forbidden);
    await expect(readBundleFile(world.annotator, { modelVersionId, file: "manifest" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(listModels(world.annotator, { group: world.group.slug })).rejects.toMatchObject(forbidden);
  });

  test("give out their bundle with its hashes", async () => {
    const { modelVersionId } = draft;
    const file = await readBundleFile(world.researcher, { modelVersionId, file: "manifest" });
    const { manifestSha256 } = await getModelVersion(world.researcher, { modelVersionId });
    expect(file).toMatchObject({ sha256: manifestSha256, isPublic: false });
    let text = "";
    for await (const chunk of file.chunks) text += new TextDecoder().decode(chunk);
    expect(text).toMatch(/^manifest of /);
  });

  test("of the demonstration are released at once, and the log says why", async () => {
    const { modelVersionId, isReleased } = await trainDemo("Demo");
    expect(isReleased).toBe(true);
    const released = await getReleasedModel(world.visitor, { slug: "demo" });
    // Names of attributes, and not how often a value occurs.
    expect(released.versions[0]?.datasetVersion.summary).toMatchObject({
      splits: expect.anything(),
      attributes: expect.arrayContaining(["sex"]),
    });
    expect(released).toMatchObject({ name: "Demo", versions: [{ id: modelVersionId, state: "RELEASED" }] });
    expect(released).not.toHaveProperty("groupId");
    expect((await listReleasedModels(world.visitor)).map(({ slug }) => slug)).toEqual(["demo"]);
    expect(await getModelVersion(world.visitor, { modelVersionId })).toMatchObject({ isMember: false });
    const weights = await readBundleFile(world.outsider, { modelVersionId, file: "weights" });
    expect(weights.isPublic).toBe(true);
    await weights.chunks.return(undefined);
    const events = await world.db.auditEvent.findMany({
      where: { subjectId: modelVersionId },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["model-version.create", "model-version.release"]);
    expect(events[1]?.data).toMatchObject({ reason: "synthetic demonstration data, no audit" });
  });

  test("are trained as a demonstration by the platform only, and on synthetic data only", async () => {
    const wanted = { group: world.group.slug, datasetVersionId: versionId, modelName: "Sly", config: {}, seed: 1 };
    const asOwner = startDemoTraining(world.owner, wanted, world.users.owner.id);
    await expect(asOwner).rejects.toMatchObject({ code: "worker-only" });
    await world.db.dataset.update({ where: { id: datasetId }, data: { isSynthetic: false } });
    const onReal = startDemoTraining(world.worker, wanted, world.users.owner.id);
    await expect(onReal).rejects.toMatchObject({ code: "synthetic-only" });
    await world.db.dataset.update({ where: { id: datasetId }, data: { isSynthetic: true } });
  });

  test("show test images, the classes in turn: synthetic and published ones to everybody, others to members", async () => {
    const { modelVersionId } = await trainDemo("Shown");
    const shown = await listModelSamples(world.visitor, { modelVersionId, limit: 3 });
    // Test samples are 2, 5, 8 and 11, labelled 0, 1, 0 and 1.
    expect(shown?.samples).toEqual([
      { index: 2, label: 0, boxes: null },
      { index: 5, label: 1, boxes: null },
      { index: 8, label: 0, boxes: null },
    ]);
    expect([...(shown?.images ?? [])].filter((_, i) => i % 16 === 0)).toEqual([2, 5, 8]);
    await world.db.dataset.update({ where: { id: datasetId }, data: { isSynthetic: false } });
    expect(await listModelSamples(world.visitor, { modelVersionId })).toBeNull();
    expect(await listModelSamples(world.outsider, { modelVersionId })).toBeNull();
    expect((await listModelSamples(world.reviewer, { modelVersionId }))?.samples).toHaveLength(4);
    await publishDataset(world.owner, { datasetId, isPublic: true });
    expect((await listModelSamples(world.visitor, { modelVersionId }))?.samples).toHaveLength(4);
  });
});
