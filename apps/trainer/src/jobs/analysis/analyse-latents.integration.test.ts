import {
  cancelAnalysis,
  importDataset,
  openAtlas,
  readLatentCodes,
  startAnalysis,
  startTraining,
} from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { defaultTrainingConfig } from "@diaphane/model";
import { atlas, direction, explanationCheck, latentMap, unpackNumbers } from "@diaphane/model/latent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startWorkerProcess, type WorkerProcess } from "../../testing/worker-process.ts";

let world: World;
let worker: WorkerProcess;
let modelVersionId: string;
let trainedOn: string;
/** More than one shard of codes. */
let manyImages: string;

beforeAll(async () => {
  world = await makeWorld();
  worker = startWorkerProcess(world);
  trainedOn = await importPhantom("Small", { count: 240, size: 32, seed: 5 });
  manyImages = await importPhantom("Many", { count: 4600, size: 32, seed: 6 });
  modelVersionId = await trainBriefly(trainedOn);
}, 120_000);
afterAll(async () => {
  await worker.end("SIGKILL");
  await world.close();
});

async function importPhantom(
  name: string,
  drawn: { count: number; size: number; seed: number; options?: object },
): Promise<string> {
  const source = { kind: "phantom", ...drawn };
  const { importId: id } = await importDataset(world.researcher, { group: world.group.slug, name, source });
  const where = { id, finishedAt: { not: null } };
  return (await eventually(() => world.db.import.findFirst({ where }), worker)).datasetVersionId ?? "";
}

async function trainBriefly(datasetVersionId: string): Promise<string> {
  const { classes } = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
  const defaults = defaultTrainingConfig({ size: "nano", channels: 1, count: 168, classes });
  const config = { ...defaults, epochs: 1, batchSize: 32 };
  const wanted = { group: world.group.slug, modelName: "Model", config, seed: 1, datasetVersionId };
  const { id } = await startTraining(world.researcher, wanted);
  const where = { id, finishedAt: { not: null } };
  return (await eventually(() => world.db.trainingRun.findFirst({ where }), worker)).modelVersionId ?? "";
}

function start(request: object, datasetVersionId?: string) {
  return startAnalysis(world.researcher, { modelVersionId, datasetVersionId, request });
}

function ended(id: string) {
  return eventually(() => world.db.analysis.findFirst({ where: { id, finishedAt: { not: null } } }), worker);
}

function shardsOf(latentSetId: string) {
  return world.db.latentShard.findMany({ where: { latentSetId }, orderBy: { firstIndex: "asc" } });
}

async function resultOf(id: string): Promise<unknown> {
  const { status, resultSha256, errorDetail } = await ended(id);
  expect({ status, errorDetail }).toEqual({ status: "SUCCEEDED", errorDetail: null });
  return JSON.parse(new TextDecoder().decode(await world.store.read(resultSha256 ?? "")));
}

describe("analyses of a version", () => {
  it("make an atlas, a map, a direction and a check of explanations, each by its schema", async () => {
    const { id: atlasId } = await start({ kind: "ATLAS" });
    const { id: mapId } = await start({ kind: "MAP", method: "umap", neighbours: 8 });
    const asked = { kind: "DIRECTION", attribute: "sex", method: "lda", withinClass: true };
    const values = await world.db.attribute.findFirstOrThrow({ where: { name: "sex" } });
    const { id: directionId } = await start({ ...asked, value: values.values[0] });
    const { id: checkId } = await start({ kind: "EXPLANATION_CHECK", images: 4 });

    const found = atlas.parse(await resultOf(atlasId));
    const { latentDim } = await world.db.latentSet.findFirstOrThrow({ where: { modelVersionId } });
    expect(found.latents).toHaveLength(latentDim ?? 0);
    const attributes = new Set(found.latents[0]?.associations.map(({ attribute }) => attribute));
    expect(attributes).toContain(null);
    expect(attributes).toContain("sex");
    const opened = await openAtlas(world.researcher, { modelVersionId });
    expect(opened.isPublic).toBe(false);

    const map = latentMap.parse(await resultOf(mapId));
    expect(unpackNumbers(map.positions)).toHaveLength(2 * 240);
    const samples = await world.db.sample.findMany({
      where: { datasetVersionId: trainedOn },
      orderBy: { index: "asc" },
    });
    const labels = map.columns.find(({ attribute }) => attribute === null);
    expect(Array.from(unpackNumbers(labels?.column ?? ""))).toEqual(samples.map(({ label }) => label ?? Number.NaN));

    expect(direction.parse(await resultOf(directionId))).toMatchObject({ attribute: "sex", withinClass: true });
    const check = explanationCheck.parse(await resultOf(checkId));
    expect(check).toMatchObject({ images: 4 });
    expect(check.methods[0]?.pointing?.images).toBeGreaterThan(0);
  });
});

describe("a direction from pairs", () => {
  it("is fitted on the change in pictures that are there without and with the tag, of other data than the model learned from", async () => {
    const paired = await importPhantom("Pairs", { count: 200, size: 32, seed: 9, options: { pairs: true } });
    const asked = {
      kind: "DIRECTION",
      attribute: "tag",
      method: "mean-difference",
      withinClass: true,
      pairedBy: "pair",
    };
    const { id } = await start(asked, paired);
    const found = direction.parse(await resultOf(id));
    const { fitted, heldOut, rising } = found.pairs ?? { fitted: 0, heldOut: 0, rising: 0 };
    expect([fitted + heldOut, found.fitted]).toEqual([100, [fitted, fitted]]);
    expect(found).toMatchObject({ attribute: "tag", value: "yes", withinClass: false });
    expect(rising).toBeLessThanOrEqual(heldOut);
    await expect(start({ ...asked, pairedBy: "twin" }, paired)).rejects.toMatchObject({ code: "no-such-attribute" });
    await expect(start({ ...asked, value: "maybe" }, paired)).rejects.toMatchObject({ code: "no-such-value" });
  });
});

describe("encoding a data set", () => {
  it("gives a code to every image, which pages can read", async () => {
    const { id, latentSetId } = await start({ kind: "ENCODING" });
    expect(await ended(id)).toMatchObject({ status: "SUCCEEDED", progress: 1, resultSha256: null });
    const { latentDim, classCount, rows, samples } = await readLatentCodes(world.researcher, { latentSetId });
    expect(samples.indices).toHaveLength(240);
    expect(rows).toHaveLength(240 * (2 * latentDim + classCount) * 4);
    const values = new Float32Array(rows.buffer);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(240 * latentDim);
  });

  it("goes on after kill -9 with the codes that were made, and can be cancelled", async () => {
    const { id, latentSetId } = await start({ kind: "ENCODING" }, manyImages);
    const [first] = await eventually(async () => {
      const found = await shardsOf(latentSetId);
      return found.length > 0 && found;
    }, worker);
    await worker.end("SIGKILL");
    const left = (await shardsOf(latentSetId)).length;
    worker = startWorkerProcess(world);
    expect(await ended(id)).toMatchObject({ status: "SUCCEEDED" });
    const shards = await shardsOf(latentSetId);
    expect(shards.map(({ firstIndex, count }) => [firstIndex, count])).toEqual([
      [0, 4096],
      [4096, 504],
    ]);
    expect(left).toBeLessThanOrEqual(2);
    expect(shards[0]).toEqual(first);

    // The same codes, made without a break.
    await world.db.latentShard.deleteMany({ where: { latentSetId } });
    const again = await start({ kind: "ENCODING" }, manyImages);
    await ended(again.id);
    expect(await shardsOf(latentSetId)).toEqual(shards);

    await world.db.latentShard.deleteMany({ where: { latentSetId } });
    const stopped = await start({ kind: "ENCODING" }, manyImages);
    await cancelAnalysis(world.researcher, { analysisId: stopped.id });
    expect(await ended(stopped.id)).toMatchObject({ status: "CANCELLED", resultSha256: null });
  });
});
