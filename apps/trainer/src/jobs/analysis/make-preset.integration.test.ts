import { importDataset, startPreset, startTraining } from "@diaphane/core";
import { makeWorld, type World } from "@diaphane/core/testing";
import { defaultTrainingConfig } from "@diaphane/model";
import { presetEvidence } from "@diaphane/model/debias";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startWorkerProcess, type WorkerProcess } from "../../testing/worker-process.ts";

let world: World;
let worker: WorkerProcess;
let home: string;
let elsewhere: string;
let modelVersionId: string;

beforeAll(async () => {
  world = await makeWorld();
  worker = startWorkerProcess(world);
  home = await importPhantom("Home", {
    count: 400,
    size: 32,
    seed: 5,
    options: { validationShare: 0.25, trainShare: 0.5 },
  });
  elsewhere = await importPhantom("Elsewhere", { count: 120, size: 32, seed: 6 });
  const { classes } = await world.db.datasetVersion.findUniqueOrThrow({ where: { id: home } });
  const defaults = defaultTrainingConfig({ size: "nano", channels: 1, count: 200, classes });
  const config = { ...defaults, epochs: 1, batchSize: 32 };
  const wanted = { group: world.group.slug, modelName: "Model", config, seed: 1, datasetVersionId: home };
  const { id } = await startTraining(world.researcher, wanted);
  const where = { id, finishedAt: { not: null } };
  modelVersionId = (await eventually(() => world.db.trainingRun.findFirst({ where }), worker)).modelVersionId ?? "";
}, 120_000);
afterAll(async () => {
  await worker.end("SIGKILL");
  await world.close();
});

async function importPhantom(name: string, drawn: object): Promise<string> {
  const source = { kind: "phantom", ...drawn };
  const { importId: id } = await importDataset(world.researcher, { group: world.group.slug, name, source });
  const where = { id, finishedAt: { not: null } };
  return (await eventually(() => world.db.import.findFirst({ where }), worker)).datasetVersionId ?? "";
}

async function made(request: object) {
  const asked = { kind: "PRESET", attributes: ["tag"], method: "cell-balanced-leace", draws: 100, ...request };
  const of = { modelVersionId, datasetVersionId: home, name: `Preset ${Math.random()}` };
  const { analysisId: id } = await startPreset(world.researcher, { ...of, request: asked });
  const ended = () => world.db.analysis.findFirst({ where: { id, finishedAt: { not: null } } });
  const { status, resultSha256, errorDetail } = await eventually(ended, worker);
  expect({ status, errorDetail }).toEqual({ status: "SUCCEEDED", errorDetail: null });
  return presetEvidence.parse(JSON.parse(new TextDecoder().decode(await world.store.read(resultSha256 ?? ""))));
}

describe("a preset", () => {
  it("is made on three sets, at the strength that the selection set suggests, and judged elsewhere too", async () => {
    const { preset, sets, suggestion, evidence, external } = await made({ externalDatasetVersionId: elsewhere });
    const ofSplit = (split: "VALIDATION" | "TEST") =>
      world.db.sample.count({ where: { datasetVersionId: home, split } });
    expect((sets?.fit.count ?? 0) + (sets?.selection.count ?? 0)).toBe(await ofSplit("VALIDATION"));
    expect(evidence.after.count).toBe(await ofSplit("TEST"));
    expect(preset.alpha).toBe(suggestion?.alpha);
    expect(external).toMatchObject({
      set: { name: "Elsewhere", number: 1 },
      before: { count: 120 },
      after: { count: 120 },
    });
    const where = { modelVersionId_datasetVersionId: { modelVersionId, datasetVersionId: elsewhere } };
    expect((await world.db.latentSet.findUniqueOrThrow({ where })).completedAt).not.toBeNull();
  });

  it("is made as it was asked for", async () => {
    const { preset } = await made({ alpha: 0.35, rank: 2, method: "shift" });
    expect(preset).toMatchObject({ alpha: 0.35, rank: 2, method: "shift", attributes: ["tag"] });
  });
});
