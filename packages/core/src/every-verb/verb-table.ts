import { makeMember, makeUser } from "@diaphane/db/testing";
import * as core from "../index.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { someSha256, type World } from "../testing/world.ts";
import { exportRows } from "./export-rows.ts";
import { importRows } from "./import-rows.ts";
import { labelRows } from "./label-rows.ts";
import { onnxRows } from "./onnx-rows.ts";
import { reportRows } from "./report-rows.ts";
import { runRows } from "./run-rows.ts";
import { row, type VerbRow } from "./verb-row.ts";

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
  const name = (word: string) => `${word} ${someSha256()}`;

  const member = async () => (await makeMember(db, group.id, "ANNOTATOR")).id;
  const invitation = () => core.createInvitation(owner, { group: group.slug, role: "REVIEWER" });
  const account = async () => ({ email: `${someSha256()}@example.org`, name: "Ana", password });

  const unusedFile = async () => {
    const { sha256 } = await world.store.put(new TextEncoder().encode(someSha256()), "SHARD");
    await db.artifact.update({ where: { sha256 }, data: { storedAt: new Date(0) } });
    return {};
  };

  const queuedAnalysis = async () => {
    const request = { kind: "DIRECTION", attribute: "sex", value: "male", method: "lda", seed: 3 };
    const { id: analysisId, latentSetId } = await core.startAnalysis(owner, { modelVersionId, request });
    return { analysisId, latentSetId };
  };
  const heldAnalysis = async () => {
    const { analysisId } = await queuedAnalysis();
    const claimed = await core.claimAnalysis(world.worker, { analysisId });
    return { analysisId, claim: claimed?.claim };
  };
  /** Codes of the 12 images: mu, logVar and one logit each. */
  const latentShard = async () => {
    const { sha256, sizeBytes } = await world.store.put(new Uint8Array(12 * 3 * 4), "LATENT_SHARD");
    return { sha256, sizeBytes, latentDim: 1, classCount: 1, firstIndex: 0, count: 12 };
  };
  const encodedSet = async () => {
    const { analysisId, latentSetId } = await queuedAnalysis();
    const claimed = await core.claimAnalysis(world.worker, { analysisId });
    await core.saveLatentShard(world.worker, { analysisId, claim: claimed?.claim, ...(await latentShard()) });
    return { latentSetId };
  };
  const analysisResult = async () => {
    const { sha256, sizeBytes } = await world.store.put(new TextEncoder().encode("{}"), "ANALYSIS_RESULT");
    return { result: { sha256, sizeBytes } };
  };
  const endedAnalysis = async (request: object, found?: Awaited<ReturnType<typeof analysisResult>>) => {
    const { id: analysisId } = await core.startAnalysis(owner, { modelVersionId, request });
    const claimed = await core.claimAnalysis(world.worker, { analysisId });
    await core.completeAnalysis(world.worker, {
      analysisId,
      claim: claimed?.claim,
      ...(found ?? (await analysisResult())),
    });
    return { analysisId };
  };

  /** A finished report, or preset, of a model that the researcher trained. */
  const report = async () => (await endedAnalysis({ kind: "BIAS_REPORT", attributes: ["sex"] })).analysisId;
  const presetRequest = { kind: "PRESET", attributes: ["sex"], method: "leace", seed: 1 };
  const preset = async () => {
    const wanted = { modelVersionId, datasetVersionId: versionId, request: presetRequest, name: name("Preset") };
    const { id: presetId, analysisId } = await core.startPreset(owner, wanted);
    const claimed = await core.claimAnalysis(world.worker, { analysisId });
    await core.completeAnalysis(world.worker, { analysisId, claim: claimed?.claim, ...(await analysisResult()) });
    return presetId;
  };
  const trainedVersion = async () => {
    const { id } = await startTestRun(world, versionId);
    return (await completeTestRun(world, await claimTestRun(world, id))).modelVersionId;
  };
  /** Handed in by the researcher, so that the owner may decide. */
  const submitted = async (presetId?: string, ofVersion = modelVersionId) => {
    const request = { kind: "BIAS_REPORT", attributes: ["sex"] };
    const { id: reportId } = await core.startAnalysis(world.researcher, { modelVersionId: ofVersion, request });
    const claimed = await core.claimAnalysis(world.worker, { analysisId: reportId });
    const held = { analysisId: reportId, claim: claimed?.claim };
    await core.completeAnalysis(world.worker, { ...held, ...(await analysisResult()) });
    const of = presetId ? { presetId } : {};
    const open = { modelVersionId: ofVersion, presetId: presetId ?? null };
    await db.audit.updateMany({ where: open, data: { state: "WITHDRAWN" } });
    const { id: auditId } = await core.submitAudit(world.researcher, { reportId, ...of, note: "For teaching." });
    return { auditId, reportId };
  };
  const met = { isMet: true, note: "Read." };
  const verdict = {
    ...{ revision: 1, decision: "APPROVED", reasons: "Sound." },
    checklist: { data: met, metrics: met, subgroups: met, use: met, limits: met },
  };
  const approvedVersion = async () => {
    const ofVersion = await trainedVersion();
    const { auditId } = await submitted(undefined, ofVersion);
    await core.decideAudit(world.reviewer, { auditId, ...verdict });
    return { modelVersionId: ofVersion, auditId };
  };
  const releasedVersion = async () => {
    const { modelVersionId: released, auditId } = await approvedVersion();
    await core.releaseModelVersion(owner, { modelVersionId: released });
    return { modelVersionId: released, auditId };
  };
  const approvedPreset = async () => {
    const { modelVersionId: ofVersion } = await releasedVersion();
    const wanted = {
      modelVersionId: ofVersion,
      datasetVersionId: versionId,
      request: presetRequest,
      name: name("Preset"),
    };
    const { id: presetId, analysisId } = await core.startPreset(world.researcher, wanted);
    const claimed = await core.claimAnalysis(world.worker, { analysisId });
    await core.completeAnalysis(world.worker, { analysisId, claim: claimed?.claim, ...(await analysisResult()) });
    const { auditId } = await submitted(presetId, ofVersion);
    await core.decideAudit(world.reviewer, { auditId, ...verdict });
    return presetId;
  };
  const releasedPreset = async () => {
    const presetId = await approvedPreset();
    await core.releasePreset(owner, { presetId });
    return await db.preset.findUniqueOrThrow({ where: { id: presetId } });
  };

  return {
    ...exportRows(world),
    ...importRows(world, datasetId),
    ...labelRows(world, versionId),
    ...runRows(world, { versionId, finishedId, modelId, demo }),
    ...reportRows(owner, { report, submitted, encodedSet, endedAnalysis, versionId }),

    listReports: row(core.listReports, "analysis:read", null, async () => ({
      ...(await inGroup()),
      ...{ modelVersionId, beforeReportId: await report() },
    })),
    startPreset: row(core.startPreset, "analysis:create", "preset.create", async () => ({
      ...{
        modelVersionId,
        datasetVersionId: versionId,
        request: presetRequest,
        name: name("Preset"),
        description: "Why",
      },
    })),
    refitPreset: row(core.refitPreset, "preset:create", "preset.refit", async () => ({
      ...{ presetId: await preset(), datasetVersionId: versionId, request: presetRequest },
    })),
    getPreset: row(core.getPreset, "analysis:read", null, async () => ({ presetId: await preset() })),
    listPresets: row(core.listPresets, "analysis:read", null, async () => ({ ...(await inGroup()), modelVersionId })),
    releasePreset: row(core.releasePreset, "preset:release", "preset.release", async () => ({
      presetId: await approvedPreset(),
    })),
    retirePreset: row(core.retirePreset, "preset:release", "preset.retire", async () => ({
      presetId: (await releasedPreset()).id,
      reason: "Another is better.",
    })),
    getReleasedPreset: row(core.getReleasedPreset, "nothing", null, async () => ({
      slug: (await releasedPreset()).slug,
    })),
    openReleasedPreset: row(core.openReleasedPreset, "nothing", null, async () => ({
      slug: (await releasedPreset()).slug,
    })),
    listReleasedPresets: row(core.listReleasedPresets, "nothing", null, async () => ({ modelVersionId })),
    releaseModelVersion: row(core.releaseModelVersion, "model:release", "model-version.release", async () => ({
      modelVersionId: (await approvedVersion()).modelVersionId,
    })),
    retireModelVersion: row(core.retireModelVersion, "model:release", "model-version.retire", async () => ({
      modelVersionId: (await releasedVersion()).modelVersionId,
      reason: "Another is better.",
    })),

    submitAudit: row(core.submitAudit, "audit:submit", "audit.submit", async () => ({
      ...{ reportId: await report(), presetId: await preset(), note: "For teaching." },
    })),
    reviseAudit: row(core.reviseAudit, "audit:submit", "audit.revise", async () => ({
      ...(await submitted()),
      note: "More images.",
    })),
    withdrawAudit: row(core.withdrawAudit, "audit:submit", "audit.withdraw", async () => ({
      auditId: (await submitted()).auditId,
      reason: "Too early.",
    })),
    commentAudit: row(core.commentAudit, "audit:read", "audit.comment", async () => ({
      ...{ auditId: (await submitted()).auditId, revision: 1, figure: "calibration", text: "Why so few?" },
    })),
    decideAudit: row(core.decideAudit, "audit:decide", "audit.decide", async () => ({
      ...{ auditId: (await submitted()).auditId, ...verdict },
    })),
    getAudit: row(core.getAudit, "audit:read", null, async () => ({ auditId: (await submitted()).auditId })),
    openAuditReport: row(core.openAuditReport, "audit:read", null, async () => ({
      auditId: (await submitted()).auditId,
    })),
    listAudits: row(core.listAudits, "audit:read", null, async () => ({
      ...(await inGroup()),
      ...{ state: ["SUBMITTED"], beforeAuditId: (await submitted()).auditId },
    })),
    inviteGuestReviewer: row(core.inviteGuestReviewer, "audit:invite", "audit.invite", async () => ({
      ...{ auditId: (await submitted()).auditId, expiresInDays: 3 },
    })),
    acceptGuestReview: row(core.acceptGuestReview, "sign-in", "audit.join", async () => ({
      token: (await core.inviteGuestReviewer(owner, { auditId: (await submitted()).auditId })).token,
    })),
    getPublicAudit: row(core.getPublicAudit, "nothing", null, async () => ({
      auditId: (await releasedVersion()).auditId,
    })),
    openPublicReport: row(core.openPublicReport, "nothing", null, async () => ({
      auditId: (await releasedVersion()).auditId,
    })),
    getLogHead: row(core.getLogHead, "nothing", null, async () => ({})),
    verifyGroupLog: row(core.verifyGroupLog, "audit-event:read", null, inGroup),

    startAnalysis: row(core.startAnalysis, "analysis:create", "analysis.create", async () => ({
      ...{ modelVersionId, datasetVersionId: versionId },
      request: { kind: "MAP", method: "umap", seed: 1, neighbours: 5, minDistance: 0.2 },
    })),
    listAnalyses: row(core.listAnalyses, "analysis:read", null, async () => ({ modelVersionId, kind: "ATLAS" })),
    getAnalysis: row(core.getAnalysis, "analysis:read", null, queuedAnalysis),
    cancelAnalysis: row(core.cancelAnalysis, "analysis:cancel", "analysis.cancel", queuedAnalysis),
    openAnalysisResult: row(core.openAnalysisResult, "analysis:read", null, () => endedAnalysis({ kind: "ATLAS" })),
    openAtlas: row(core.openAtlas, "model:read", null, async () => {
      await endedAnalysis({ kind: "ATLAS" });
      return { modelVersionId };
    }),
    claimAnalysis: row(core.claimAnalysis, "worker", null, queuedAnalysis),
    progressAnalysis: row(core.progressAnalysis, "worker", null, async () => ({
      ...(await heldAnalysis()),
      progress: 0.5,
    })),
    saveLatentShard: row(core.saveLatentShard, "worker", null, async () => ({
      ...(await heldAnalysis()),
      ...(await latentShard()),
    })),
    completeAnalysis: row(core.completeAnalysis, "worker", "analysis.complete", async () => ({
      ...(await heldAnalysis()),
      ...(await analysisResult()),
    })),
    failAnalysis: row(core.failAnalysis, "worker", "analysis.fail", async () => ({
      ...(await heldAnalysis()),
      code: "unexpected",
      detail: { message: "why" },
    })),
    listLatentSets: row(core.listLatentSets, "analysis:read", null, async () => ({ modelVersionId })),
    readComposingCases: row(core.readComposingCases, "analysis:read", null, async () => {
      await encodedSet();
      return { modelVersionId, datasetVersionId: versionId };
    }),
    readLatentCodes: row(core.readLatentCodes, "analysis:read", null, encodedSet),
    findSiblingCodes: row(core.findSiblingCodes, "worker", null, queuedAnalysis),
    nameLatent: row(core.nameLatent, "latent:name", "latent.name", async () => ({
      ...{ modelVersionId, latent: 1, name: "Heart width", meaning: "Wide to the right." },
    })),
    listLatentNames: row(core.listLatentNames, "model:read", null, async () => ({ modelVersionId })),

    ...onnxRows(modelVersionId),

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

    listModels: row(core.listModels, "model:read", null, inGroup),
    getModel: row(core.getModel, "model:read", null, async () => ({ modelId })),
    listModelVersions: row(core.listModelVersions, "model:read", null, async () => ({ modelId })),
    getModelVersion: row(core.getModelVersion, "model:read", null, async () => ({ modelVersionId })),
    listModelSamples: row(core.listModelSamples, "model:read", null, async () => ({ modelVersionId, limit: 4 })),
    readBundleFile: row(core.readBundleFile, "model:read", null, async () => ({ modelVersionId, file: "manifest" })),
    getReleasedModel: row(core.getReleasedModel, "nothing", null, async () => ({ slug: "shown" })),
    listReleasedModels: row(core.listReleasedModels, "nothing", null, async () => ({ limit: 5 })),

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
