import * as core from "../index.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, startTestRun } from "../testing/test-run.ts";
import { someSha256, type World } from "../testing/world.ts";
import { row, type VerbRow } from "./verb-row.ts";

/** What the rows of these verbs work on. */
interface Made {
  versionId: string;
  /** Of a run that has ended, and its model. */
  finishedId: string;
  modelId: string;
  /** What starts a training for the demonstration. */
  demo: { group: string; datasetVersionId: string; modelName: string; config: object; seed: number };
}

/** The verbs of trainings, by themselves and in sweeps. */
export function runRows(world: World, { versionId, finishedId, modelId, demo }: Made): Record<string, VerbRow> {
  const { group, owner } = world;
  const inGroup = async () => ({ group: group.slug });
  const name = () => `Model ${someSha256()}`;
  const queuedRun = async () => ({ runId: (await startTestRun(world, versionId)).id });
  const heldRun = async () => {
    const { id: runId, claim } = await claimTestRun(world, (await startTestRun(world, versionId)).id);
    return { runId, claim };
  };
  const wantedSweep = () => ({
    ...{ group: group.slug, datasetVersionId: versionId, modelName: name() },
    ...{ configs: [{ model: { size: "nano" } }], seeds: [1, 2] },
  });
  const queuedSweep = async () => ({ sweepId: (await core.startSweep(owner, wantedSweep())).id });
  const failedSweep = async () => {
    const { id: sweepId, runIds } = await core.startSweep(owner, wantedSweep());
    const { id: runId, claim } = await claimTestRun(world, runIds[0] ?? "");
    await core.failRun(world.worker, { runId, claim, step: 2, code: "diverged", detail: { step: 2 } });
    return { sweepId };
  };
  const artifact = () => ({ sha256: someSha256(), sizeBytes: 1 });
  const strip = async () => {
    const held = await heldRun();
    const { sha256, sizeBytes } = await world.store.put(new Uint8Array(3), "RECONSTRUCTIONS");
    const event = { kind: "reconstructions", step: 1, data: { epoch: 1, sha256, count: 1, indices: [0] } };
    const artifacts = [{ sha256, sizeBytes, kind: "RECONSTRUCTIONS" }];
    await core.appendRunEvents(world.worker, { ...held, events: [event], artifacts });
    return { runId: held.runId, sha256 };
  };
  return {
    startTraining: row(core.startTraining, "run:create", "run.create", async () => ({
      ...demo,
      modelName: name(),
      config: { model: { size: "nano" } },
    })),
    startPretraining: row(core.startPretraining, "run:create", "run.create", async () => ({
      ...(await inGroup()),
      datasetVersionIds: [versionId, (await importTestDataset(world, { count: 6 })).versionId],
      ...{ modelName: name(), config: { model: { size: "nano" } }, seed: 1 },
    })),
    listRuns: row(core.listRuns, "run:read", null, async () => ({
      ...(await inGroup()),
      modelId,
      beforeRunId: finishedId,
    })),
    getRun: row(core.getRun, "run:read", null, queuedRun),
    listRunEvents: row(core.listRunEvents, "run:read", null, async () => ({
      ...(await queuedRun()),
      afterId: 1,
      limit: 10,
    })),
    readArtifact: row(core.readArtifact, "run:read", null, strip),
    cancelRun: row(core.cancelRun, "run:cancel", "run.cancel", queuedRun),
    compareRuns: row(core.compareRuns, "run:read", null, async () => ({
      ...(await inGroup()),
      runIds: [finishedId, (await queuedRun()).runId],
    })),
    startSweep: row(core.startSweep, "run:create", "sweep.create", async () => wantedSweep()),
    listSweeps: row(core.listSweeps, "run:read", null, inGroup),
    getSweep: row(core.getSweep, "run:read", null, queuedSweep),
    cancelSweep: row(core.cancelSweep, "run:cancel", "sweep.cancel", queuedSweep),
    retrySweep: row(core.retrySweep, "run:create", "sweep.retry", failedSweep),
    getDemoProgress: row(core.getDemoProgress, "nothing", null, async () => ({})),
    startDemoTraining: row(
      (ctx, input) => core.startDemoTraining(ctx, input, world.users.owner.id),
      "worker",
      "run.create",
      async () => ({ ...demo, modelName: name() }),
    ),
    readAttributeNumbers: row(core.readAttributeNumbers, "worker", null, async () => ({ versionId, names: ["age"] })),
    claimRun: row(core.claimRun, "worker", null, queuedRun),
    heartbeatRun: row(core.heartbeatRun, "worker", null, heldRun),
    appendRunEvents: row(core.appendRunEvents, "worker", null, async () => ({
      ...(await heldRun()),
      events: [{ kind: "log", step: 1, data: { level: "info", code: "note", values: {} } }],
    })),
    saveRunCheckpoint: row(core.saveRunCheckpoint, "worker", null, async () => ({
      ...(await heldRun()),
      ...artifact(),
      step: 3,
    })),
    completeRun: row(core.completeRun, "worker", "model-version.create", async () => ({
      ...(await heldRun()),
      ...{ step: 3, size: "nano", manifest: artifact(), weights: artifact(), bundleHash: someSha256() },
      ...{ parameterCount: 10, multiplyAdds: 100, metrics: { test: {} } },
    })),
    failRun: row(core.failRun, "worker", "run.fail", async () => ({
      ...(await heldRun()),
      step: 2,
      code: "diverged",
      detail: { step: 2 },
    })),
    finishCancelledRun: row(core.finishCancelledRun, "worker", null, async () => ({ ...(await heldRun()), step: 2 })),
  };
}
