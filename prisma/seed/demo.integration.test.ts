import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { claimImport, claimRun, completeImport, completeRun, getReleasedModel, signInUser } from "@diaphane/core";
import { makeWorld, someSha256, type World } from "@diaphane/core/testing";
import { phantomSource } from "@diaphane/data";
import { trainingConfig } from "@diaphane/model";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedDemo, trainDemo } from "./demo.ts";

let world: World;
let home: string;
beforeAll(async () => {
  world = await makeWorld();
  home = await mkdtemp(path.join(tmpdir(), "diaphane-demo-"));
  vi.stubEnv("DIAPHANE_HOME", home);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
  await rm(home, { recursive: true, force: true });
});

/** What the trainer does with the queued import, without images. */
async function drawImages() {
  const { id: importId, source } = await world.db.import.findFirstOrThrow();
  const claimed = await claimImport(world.worker, { importId });
  if (claimed?.source.kind !== "phantom") throw new Error(`not a phantom: ${JSON.stringify(source)}`);
  const { count, size, seed } = claimed.source;
  const phantom = phantomSource({ count, size, seed });
  const samples = [];
  for await (const rows of phantom.rows()) samples.push(rows.samples);
  const { height, width, channels, classes, hasSubjects } = phantom.meta;
  const attributes = phantom.meta.attributes.map((attribute) => ({ ...attribute, kind: attribute.kind.toUpperCase() }));
  const shards = [{ sha256: someSha256(), sizeBytes: count * size * size, firstIndex: 0, count }];
  const shape = { imageCount: count, height, width, channels, classes, hasSubjects, attributes };
  await completeImport(
    world.worker,
    { importId, claim: claimed.claim, contentHash: someSha256(), ...shape, shards },
    samples,
  );
}

async function completeTraining(runId: string) {
  const claimed = await claimRun(world.worker, { runId });
  if (!claimed) throw new Error("not claimed");
  const file = { sha256: someSha256(), sizeBytes: 1 };
  const made = { size: "nano", bundleHash: file.sha256, parameterCount: 1, multiplyAdds: 1, metrics: {} };
  return await completeRun(world.worker, {
    runId,
    claim: claimed.claim,
    step: 1,
    manifest: file,
    weights: file,
    ...made,
  });
}

test("the demonstration refuses a database that is not Diaphane's own", async () => {
  await expect(seedDemo(world.db, { isEmbedded: false })).rejects.toThrow(/embedded database only/);
  expect(await world.db.user.count({ where: { email: { endsWith: "@demo.diaphane" } } })).toBe(0);
});

test("the demonstration has a user of every role, images, and models that end up released; twice makes no more", async () => {
  const demo = await seedDemo(world.db, { isEmbedded: true, images: 40 });
  expect(demo.users.map(({ role }) => role).sort()).toEqual(["ANNOTATOR", "OWNER", "RESEARCHER", "REVIEWER"]);
  for (const { email } of demo.users) {
    expect(await signInUser(world.visitor, { email, password: demo.password })).toHaveProperty("id");
  }
  expect(await seedDemo(world.db, { isEmbedded: true, images: 40 })).toEqual(demo);
  expect(await world.db.import.count()).toBe(1);
  const { id: groupId } = await world.db.group.findUniqueOrThrow({ where: { slug: demo.group } });
  const joined = ["invitation.create", "invitation.accept"];
  expect(await world.auditActions(groupId)).toEqual([
    "group.create",
    ...joined,
    ...joined,
    ...joined,
    "dataset.import",
  ]);
  expect((await world.auditActions("platform")).filter((action) => action === "user.sign-up")).toHaveLength(4);

  await drawImages();
  const runs = await trainDemo(world.db, { epochs: 3 });
  expect(runs.map(({ size }) => size)).toEqual(["nano", "small"]);
  expect(await trainDemo(world.db)).toEqual(runs);
  const [nano] = runs;
  if (!nano) throw new Error("nano was not queued");
  const { config } = await world.db.trainingRun.findUniqueOrThrow({ where: { id: nano.runId } });
  expect(trainingConfig.parse(config)).toMatchObject({ epochs: 3, model: { size: "nano", inputSize: 32 } });
  expect(await completeTraining(nano.runId)).toMatchObject({ number: 1, isReleased: true });
  const released = await getReleasedModel(world.visitor, { slug: "phantom-chest-nano" });
  expect(released.versions).toMatchObject([{ datasetVersion: { dataset: { isSynthetic: true } } }]);
});

test("the demonstration's password that is printed is the one that works, after its file was lost too", async () => {
  const before = await seedDemo(world.db, { isEmbedded: true, images: 40 });
  await rm(path.join(home, "demo-password"));
  const { password, users } = await seedDemo(world.db, { isEmbedded: true, images: 40 });
  expect(password).not.toBe(before.password);
  expect(await signInUser(world.visitor, { email: users[0]?.email, password })).toHaveProperty("id");
});
