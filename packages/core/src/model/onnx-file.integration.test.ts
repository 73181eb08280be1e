import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { collectArtifacts } from "../artifact/collect-artifacts.ts";
import type { StoreContext } from "../context.ts";
import { startDemoTraining } from "../run/start-demo-training.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { openOnnxFile } from "./open-onnx-file.ts";

let world: World;
let draftId: string;
let releasedId: string;
beforeAll(async () => {
  world = await makeWorld();
  const { versionId } = await importTestDataset(world, { count: 12 });
  const run = await startTestRun(world, versionId, "Draft");
  draftId = (await completeTestRun(world, await claimTestRun(world, run.id))).modelVersionId;
  const wanted = { group: world.group.slug, datasetVersionId: versionId, modelName: "Demo", config: {}, seed: 1 };
  const { id } = await startDemoTraining(world.worker, wanted, world.users.researcher.id);
  releasedId = (await completeTestRun(world, await claimTestRun(world, id))).modelVersionId;
});
afterAll(() => world.close());

const makeOnnx = vi.fn(async ({ part, manifest }: { part: string; manifest: Uint8Array }) =>
  part === "detection" ? null : new TextEncoder().encode(`${part} of ${new TextDecoder().decode(manifest)}`),
);

const open = (ctx: StoreContext, input: object, exportVersion = 1) =>
  openOnnxFile({ ...ctx, makeOnnx, exportVersion }, input);

test("a released version's files are for everybody, made once, and again when the way changes", async () => {
  const wanted = { modelVersionId: releasedId, part: "encoder" };
  const { sha256, chunks } = await open(world.visitor, wanted);
  let text = "";
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
  expect(text).toMatch(/^encoder of manifest of /);
  expect((await open(world.outsider, wanted)).sha256).toBe(sha256);
  expect(makeOnnx).toHaveBeenCalledTimes(1);
  await open(world.visitor, wanted, 2);
  expect(makeOnnx).toHaveBeenCalledTimes(2);
  await world.db.artifact.updateMany({ where: { sha256 }, data: { storedAt: new Date(0) } });
  await collectArtifacts(world.worker, {});
  expect((await open(world.visitor, wanted)).sha256).toBe(sha256);
  expect(makeOnnx).toHaveBeenCalledTimes(2);
});

test("a draft's are the group's; a part or a preset that is not there is not found", async () => {
  const wanted = { modelVersionId: draftId, part: "classifier" };
  for (const actor of [world.visitor, world.outsider]) {
    await expect(open(actor, wanted)).rejects.toMatchObject({ name: "NotFoundError" });
  }
  await expect(open(world.annotator, wanted)).rejects.toMatchObject({ name: "ForbiddenError" });
  expect((await open(world.reviewer, wanted)).sizeBytes).toBeGreaterThan(0);
  await expect(open(world.reviewer, { ...wanted, part: "detection" })).rejects.toMatchObject({ name: "NotFoundError" });
  await expect(open(world.reviewer, { ...wanted, preset: "no-such-preset" })).rejects.toMatchObject({
    name: "NotFoundError",
  });
});
