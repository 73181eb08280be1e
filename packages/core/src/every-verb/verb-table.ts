import { makeMember, makeUser } from "@diaphane/db/testing";
import * as core from "../index.ts";
import type { Scope } from "../permissions/index.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { someSha256, type World } from "../testing/world.ts";

/** One verb as it is meant to be: who may call it, what a good input is, and what it leaves in the audit log. */
export interface VerbRow {
  call: (ctx: core.StoreContext, input: object) => Promise<unknown>;
  /** A scope in a group, being signed in, being a trainer process, or nothing at all. */
  needs: Scope | "sign-in" | "worker" | "nothing";
  /** The audit event of a successful call; null for reads, and for a worker's word on work that was logged before. */
  event: string | null;
  /** Makes what the verb works on, anew for every call; the owner made all of it that is somebody's own. */
  input: () => Promise<object>;
}

function row(call: VerbRow["call"], needs: VerbRow["needs"], event: string | null, input: VerbRow["input"]): VerbRow {
  return { call, needs, event, input };
}

export const password = "a long enough password";

/** Every verb that packages/core exports; a test fails for one that is missing here. */
export async function verbTable(world: World): Promise<Record<string, VerbRow>> {
  const { group, owner, db } = world;
  const inGroup = async () => ({ group: group.slug });
  const { datasetId, versionId } = await importTestDataset(world, { count: 12 });
  const { id: finishedId, modelId } = await startTestRun(world, versionId);
  const { modelVersionId } = await completeTestRun(world, await claimTestRun(world, finishedId));
  const demo = { group: group.slug, datasetVersionId: versionId, modelName: "Shown", config: {}, seed: 1 };
  const shown = await core.startDemoTraining(world.worker, demo, world.users.owner.id);
  await completeTestRun(world, await claimTestRun(world, shown.id));
  const phantom = { kind: "phantom", count: 30, size: 32 };
  const name = (word: string) => `${word} ${someSha256()}`;

  const member = async () => (await makeMember(db, group.id, "ANNOTATOR")).id;
  const invitation = () => core.createInvitation(owner, { group: group.slug, role: "REVIEWER" });
  const announced = { group: group.slug, fileName: "chest.npz", sizeBytes: 100 };
  const upload = async () => ({ uploadId: (await core.createUpload(owner, announced)).id });
  const queuedImport = async () => {
    const wanted = { group: group.slug, name: name("Set"), source: phantom };
    return { importId: (await core.importDataset(owner, wanted)).importId };
  };
  const heldImport = async () => {
    const { importId } = await queuedImport();
    const claimed = await core.claimImport(world.worker, { importId });
    return { importId, claim: claimed?.claim };
  };
  const madeVersion = async () => ({
    ...(await heldImport()),
    ...{ contentHash: someSha256(), imageCount: 1, height: 4, width: 4, channels: 1, classes: ["a"] },
    ...{ hasSubjects: false, attributes: [] },
    shards: [{ sha256: someSha256(), sizeBytes: 16, firstIndex: 0, count: 1 }],
  });
  const queuedRun = async () => ({ runId: (await startTestRun(world, versionId)).id });
  const heldRun = async () => {
    const { id: runId, claim } = await claimTestRun(world, (await startTestRun(world, versionId)).id);
    return { runId, claim };
  };
  const wantedSweep = () => ({
    ...{ group: group.slug, datasetVersionId: versionId, modelName: name("Model") },
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
  const account = async () => ({ email: `${someSha256()}@example.org`, name: "Ana", password });

  const unusedFile = async () => {
    const { sha256 } = await world.store.put(new TextEncoder().encode(someSha256()), "SHARD");
    await db.artifact.update({ where: { sha256 }, data: { storedAt: new Date(0) } });
    return {};
  };

  return {
    collectArtifacts: row(core.collectArtifacts, "worker", "artifact.collect", unusedFile),

    listAuditEvents: row(core.listAuditEvents, "audit-event:read", null, inGroup),

    listDatasets: row(core.listDatasets, "dataset:read", null, inGroup),
    getDataset: row(core.getDataset, "dataset:read", null, async () => ({ datasetId })),
    getDatasetVersion: row(core.getDatasetVersion, "dataset:read", null, async () => ({ versionId })),
    getDistributions: row(core.getDistributions, "dataset:read", null, async () => ({ versionId })),
    getSampleImages: row(core.getSampleImages, "dataset:read", null, async () => ({ versionId, indices: [0] })),
    getSampleMasks: row(core.getSampleMasks, "dataset:read", null, async () => ({
      versionId: (await importTestDataset(world, { count: 6, withTargets: true })).versionId,
      indices: [0],
    })),
    listSampleIndices: row(core.listSampleIndices, "dataset:read", null, async () => ({
      versionId,
      filter: { labels: [0], attributes: { sex: ["male"] } },
    })),
    listSamples: row(core.listSamples, "dataset:read", null, async () => ({
      versionId,
      filter: { labels: [0], attributes: { sex: ["male"] } },
      afterIndex: 0,
    })),
    publishDataset: row(core.publishDataset, "dataset:publish", "dataset.publish", async () => ({
      datasetId,
      isPublic: true,
    })),
    deleteDataset: row(core.deleteDataset, "dataset:delete", "dataset.delete", async () => ({
      datasetId: (await importTestDataset(world)).datasetId,
    })),

    createGroup: row(core.createGroup, "sign-in", "group.create", async () => ({ name: "Lab" })),
    listGroups: row(core.listGroups, "sign-in", null, async () => ({})),
    getGroup: row(core.getGroup, "group:read", null, inGroup),
    listMembers: row(core.listMembers, "member:read", null, inGroup),
    changeMemberRole: row(core.changeMemberRole, "member:update", "member.update", async () => ({
      ...(await inGroup()),
      userId: await member(),
      role: "REVIEWER",
    })),
    removeMember: row(core.removeMember, "member:remove", "member.remove", async () => ({
      ...(await inGroup()),
      userId: await member(),
    })),

    createInvitation: row(core.createInvitation, "invitation:create", "invitation.create", async () => ({
      ...(await inGroup()),
      role: "REVIEWER",
      expiresInDays: 3,
    })),
    listInvitations: row(core.listInvitations, "invitation:read", null, inGroup),
    revokeInvitation: row(core.revokeInvitation, "invitation:revoke", "invitation.revoke", async () => ({
      ...(await inGroup()),
      invitationId: (await invitation()).id,
    })),
    getInvitation: row(core.getInvitation, "nothing", null, async () => ({ token: (await invitation()).token })),
    acceptInvitation: row(
      async (ctx, input) => {
        // The owner is in the group already: a newcomer joins in their place.
        const isUser = ctx.actor.kind === "user";
        return core.acceptInvitation(isUser ? world.asUser(await makeUser(db)) : ctx, input);
      },
      "sign-in",
      "invitation.accept",
      async () => ({ token: (await invitation()).token }),
    ),

    importDataset: row(core.importDataset, "dataset:import", "dataset.import", async () => ({
      ...(await inGroup()),
      ...{ name: name("Set"), description: "Drawn.", source: { ...phantom, seed: 3, options: { site: "north" } } },
    })),
    listImports: row(core.listImports, "dataset:read", null, async () => ({ ...(await inGroup()), datasetId })),
    getImport: row(core.getImport, "dataset:read", null, queuedImport),
    cancelImport: row(core.cancelImport, "dataset:import", "import.cancel", queuedImport),
    claimImport: row(core.claimImport, "worker", null, queuedImport),
    progressImport: row(core.progressImport, "worker", null, async () => ({
      ...(await heldImport()),
      progress: 0.5,
      imagesDone: 1,
    })),
    completeImport: row(
      (ctx, input) => {
        return core.completeImport(ctx, input, [[{ split: "train", label: 0, subject: null, attributes: {} }]]);
      },
      "worker",
      "dataset-version.create",
      madeVersion,
    ),
    failImport: row(core.failImport, "worker", "import.fail", async () => ({
      ...(await heldImport()),
      code: "corrupt",
      detail: { key: "train_images" },
    })),

    createUpload: row(core.createUpload, "upload:create", "upload.create", async () => announced),
    getUpload: row(core.getUpload, "upload:create", null, upload),
    finishUpload: row(core.finishUpload, "upload:create", "upload.finish", async () => ({
      ...(await upload()),
      sha256: someSha256(),
      sizeBytes: 100,
    })),
    deleteUpload: row(core.deleteUpload, "upload:create", "upload.delete", upload),

    listModels: row(core.listModels, "model:read", null, inGroup),
    getModel: row(core.getModel, "model:read", null, async () => ({ modelId })),
    listModelVersions: row(core.listModelVersions, "model:read", null, async () => ({ modelId })),
    getModelVersion: row(core.getModelVersion, "model:read", null, async () => ({ modelVersionId })),
    listModelSamples: row(core.listModelSamples, "model:read", null, async () => ({ modelVersionId, limit: 4 })),
    readBundleFile: row(core.readBundleFile, "model:read", null, async () => ({ modelVersionId, file: "manifest" })),
    getReleasedModel: row(core.getReleasedModel, "nothing", null, async () => ({ slug: "shown" })),
    listReleasedModels: row(core.listReleasedModels, "nothing", null, async () => ({ limit: 5 })),

    startTraining: row(core.startTraining, "run:create", "run.create", async () => ({
      ...demo,
      modelName: name("Model"),
      config: { model: { size: "nano" } },
    })),
    startPretraining: row(core.startPretraining, "run:create", "run.create", async () => ({
      ...(await inGroup()),
      datasetVersionIds: [versionId, (await importTestDataset(world, { count: 6 })).versionId],
      ...{ modelName: name("Model"), config: { model: { size: "nano" } }, seed: 1 },
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
      async () => ({ ...demo, modelName: name("Model") }),
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

    getUser: row(core.getUser, "sign-in", null, async () => ({})),
    updateUserLocale: row(core.updateUserLocale, "sign-in", "user.update-locale", async () => ({ locale: "es" })),
    signUpUser: row(core.signUpUser, "nothing", "user.sign-up", account),
    signInUser: row(core.signInUser, "nothing", "user.sign-in", async () => {
      const made = await account();
      await core.signUpUser(world.visitor, made);
      return { email: made.email, password };
    }),
    linkAccount: row(core.linkAccount, "nothing", "account.link", async () => ({
      provider: "https://orcid.org",
      subject: someSha256(),
      name: "Ana",
    })),
  };
}
