import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimAnalysis } from "../analysis/claim-analysis.ts";
import { completeAnalysis } from "../analysis/complete-analysis.ts";
import { startAnalysis } from "../analysis/start-analysis.ts";
import { verifyLog } from "../audit-log/verify-log.ts";
import { getReleasedModel } from "../model/get-released-model.ts";
import { releaseModelVersion } from "../model/release-model-version.ts";
import { retireModelVersion } from "../model/retire-model-version.ts";
import { getReleasedPreset } from "../preset/get-released-preset.ts";
import { openReleasedPreset } from "../preset/open-released-preset.ts";
import { refitPreset } from "../preset/refit-preset.ts";
import { releasePreset } from "../preset/release-preset.ts";
import { retirePreset } from "../preset/retire-preset.ts";
import { startPreset } from "../preset/start-preset.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { acceptGuestReview } from "./accept-guest-review.ts";
import { commentAudit } from "./comment-audit.ts";
import { decideAudit } from "./decide-audit.ts";
import { getAudit } from "./get-audit.ts";
import { getPublicAudit } from "./get-public-audit.ts";
import { inviteGuestReviewer } from "./invite-guest-reviewer.ts";
import { listAudits } from "./list-audits.ts";
import { openAuditReport } from "./open-audit-report.ts";
import { openPublicReport } from "./open-public-report.ts";
import { resolveComment } from "./resolve-comment.ts";
import { reviseAudit } from "./revise-audit.ts";
import { submitAudit } from "./submit-audit.ts";

let world: World;
let versionId: string;
/** Of the model that the test in hand is about, trained by the researcher. */
let modelVersionId: string;
let slug: string;
let reportId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
});
beforeEach(async () => {
  modelVersionId = await trainVersion();
  const { model } = await world.db.modelVersion.findUniqueOrThrow({
    where: { id: modelVersionId },
    include: { model: true },
  });
  slug = model.slug;
  reportId = await makeReport();
});
afterAll(() => world.close());

async function trainVersion(modelName?: string) {
  const { id } = await startTestRun(world, versionId, modelName);
  return (await completeTestRun(world, await claimTestRun(world, id))).modelVersionId;
}

/** Ends an analysis as a worker would, with a result that says something new. */
async function finish(analysisId: string) {
  const claimed = await claimAnalysis(world.worker, { analysisId });
  const { sha256, sizeBytes } = await world.store.put(new TextEncoder().encode(someSha256()), "ANALYSIS_RESULT");
  await completeAnalysis(world.worker, { analysisId, claim: claimed?.claim, result: { sha256, sizeBytes } });
  return sha256;
}

async function makeReport() {
  const request = { kind: "BIAS_REPORT", attributes: ["sex"] };
  const { id } = await startAnalysis(world.researcher, { modelVersionId, request });
  await finish(id);
  return id;
}

const fit = () => ({
  datasetVersionId: versionId,
  request: { kind: "PRESET", attributes: ["sex"], method: "leace" },
});

async function makePreset() {
  const { id, analysisId } = await startPreset(world.researcher, { ...fit(), modelVersionId, name: "Without sex" });
  await finish(analysisId);
  return id;
}

const met = { isMet: true, note: "" };
const checklist = { data: met, metrics: met, subgroups: met, use: met, limits: met };
const approve = (auditId: string, revision = 1) => {
  return { auditId, revision, decision: "APPROVED", reasons: "Sound.", checklist };
};
const submit = (of: object = {}) => submitAudit(world.researcher, { reportId, note: "For teaching only.", ...of });
const code = (expected: string) => ({ code: expected });

async function textOf({ chunks }: { chunks: AsyncIterable<Uint8Array> }) {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

describe("what is said of an audit", () => {
  test("is about a figure, is answered, dealt with and taken up again by author and reviewer alike", async () => {
    const { id: auditId } = await submit();
    const figure = "calibration:sex";
    const { id: first } = await commentAudit(world.reviewer, { auditId, revision: 1, figure, text: "Why so few?" });
    const said = { auditId, revision: 1, text: "It is a small hospital." };
    const { id: answer } = await commentAudit(world.researcher, { ...said, answers: first, figure: "plane" });
    const { comments } = await getAudit(world.researcher, { auditId });
    // An answer is about what it answers, whatever is said beside.
    expect(comments).toMatchObject([
      { id: first, figure, answersId: null, resolvedAt: null },
      { id: answer, figure, answersId: first },
    ]);
    await resolveComment(world.researcher, { auditId, commentId: first, isResolved: true });
    expect((await getAudit(world.reviewer, { auditId })).comments[0]).toMatchObject({
      ...{ resolvedBy: { id: world.users.researcher.id }, resolvedAt: expect.any(Date) },
    });
    await resolveComment(world.reviewer, { auditId, commentId: first, isResolved: false });
    expect((await getAudit(world.reviewer, { auditId })).comments[0]).toMatchObject({ resolvedBy: null });

    for (const commentId of [answer, "none"]) {
      await expect(resolveComment(world.reviewer, { auditId, commentId, isResolved: true })).rejects.toMatchObject(
        code("not-found"),
      );
    }
    await expect(commentAudit(world.reviewer, { ...said, answers: answer })).rejects.toMatchObject(code("not-found"));
    const { id: other } = await submit({ presetId: await makePreset() });
    await expect(commentAudit(world.reviewer, { ...said, auditId: other, answers: first })).rejects.toMatchObject(
      code("not-found"),
    );
  });
});

describe("an audit", () => {
  test("goes from submission over a requested change to approval and release, and stands in public", async () => {
    await expect(releaseModelVersion(world.researcher, { modelVersionId })).rejects.toMatchObject(
      code("approval-needed"),
    );
    const { id: auditId } = await submit();
    await expect(submit()).rejects.toMatchObject(code("audit-open"));
    await commentAudit(world.reviewer, { auditId, revision: 1, figure: "calibration", text: "Why so few?" });
    await decideAudit(world.reviewer, { ...approve(auditId), decision: "CHANGES_REQUESTED", reasons: "Add age." });
    await expect(decideAudit(world.reviewer, approve(auditId))).rejects.toMatchObject(code("audit-decided"));
    await expect(releaseModelVersion(world.owner, { modelVersionId })).rejects.toMatchObject(code("approval-needed"));

    const newReport = await makeReport();
    const revised = await reviseAudit(world.researcher, { auditId, reportId: newReport, note: "Age is in." });
    expect(revised).toEqual({ revision: 2 });
    await expect(decideAudit(world.reviewer, approve(auditId, 1))).rejects.toMatchObject(code("newer-revision"));
    await decideAudit(world.reviewer, approve(auditId, 2));

    const audit = await getAudit(world.researcher, { auditId });
    expect(audit).toMatchObject({ state: "APPROVED", changed: [], isMaker: true, mayDecide: false });
    expect(audit.comments).toMatchObject([{ figure: "calibration", author: { id: world.users.reviewer.id } }]);
    const [first, second] = audit.revisions;
    expect(first?.review).toMatchObject({ decision: "CHANGES_REQUESTED", reasons: "Add age." });
    expect(first?.reportHash).not.toBe(second?.reportHash);
    expect(first?.modelHash).toBe(second?.modelHash);
    await expect(getPublicAudit(world.visitor, { auditId })).rejects.toMatchObject({ name: "NotFoundError" });

    expect(await releaseModelVersion(world.researcher, { modelVersionId })).toEqual({ auditId });
    expect((await getReleasedModel(world.visitor, { slug })).versions).toMatchObject([{ id: modelVersionId, auditId }]);
    const shown = await getPublicAudit(world.visitor, { auditId });
    expect(shown.review).toMatchObject({ decision: "APPROVED", reviewerName: world.users.reviewer.name });
    expect(shown.revision).toMatchObject({ modelHash: second?.modelHash, reportHash: second?.reportHash });
    expect(JSON.stringify(shown)).not.toContain("Why so few?");
    const approved = await textOf(await openPublicReport(world.visitor, { auditId }));
    expect(approved).toBe(await textOf(await openAuditReport(world.reviewer, { auditId })));
    await expect(
      reviseAudit(world.researcher, { auditId, reportId: newReport, note: "Once more." }),
    ).rejects.toMatchObject(code("audit-released"));
  });

  test("is decided by nobody who made any part of it, whatever their role", async () => {
    const { id: auditId } = await submit();
    const makers = ["REVIEWER", "OWNER"] as const;
    for (const role of makers) {
      await world.setRole(world.users.researcher, role);
      await expect(decideAudit(world.researcher, approve(auditId))).rejects.toMatchObject(code("own-work"));
    }
    await world.setRole(world.users.researcher, "RESEARCHER");
    // Who trained the model may not hide behind somebody else's submission.
    await world.setRole(world.users.reviewer, "OWNER");
    await world.db.audit.deleteMany({ where: { id: auditId } });
    const { id: others } = await submitAudit(world.reviewer, { reportId, note: "For teaching only." });
    await world.setRole(world.users.researcher, "REVIEWER");
    await expect(decideAudit(world.researcher, approve(others))).rejects.toMatchObject(code("own-work"));
    await world.setRole(world.users.researcher, "RESEARCHER");
    await world.setRole(world.users.reviewer, "REVIEWER");
    await decideAudit(world.owner, approve(others));
  });

  test("is approved only with every item of the checklist met", async () => {
    const { id: auditId } = await submit();
    const unmet = { ...checklist, limits: { isMet: false, note: "Not a word on age." } };
    await expect(decideAudit(world.reviewer, { ...approve(auditId), checklist: unmet })).rejects.toMatchObject(
      code("checklist-incomplete"),
    );
    await decideAudit(world.reviewer, { ...approve(auditId), checklist: unmet, decision: "REJECTED" });
    await expect(reviseAudit(world.researcher, { auditId, reportId, note: "Again." })).rejects.toMatchObject(
      code("audit-closed"),
    );
    const { revisions } = await getAudit(world.reviewer, { auditId });
    expect(revisions[0]?.review?.checklist).toEqual(unmet);
  });

  test("can be decided by an invited reviewer from outside, who sees nothing else of the group", async () => {
    const { id: auditId } = await submit();
    const other = await submit({ presetId: await makePreset() });
    const { token } = await inviteGuestReviewer(world.owner, { auditId });
    await expect(getAudit(world.outsider, { auditId })).rejects.toMatchObject({ name: "NotFoundError" });
    await acceptGuestReview(world.outsider, { token });
    await expect(acceptGuestReview(world.outsider, { token })).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await getAudit(world.outsider, { auditId })).toMatchObject({ mayDecide: true, maySubmit: false });
    await openAuditReport(world.outsider, { auditId }).then(({ chunks }) => chunks.return(undefined));
    await expect(getAudit(world.outsider, { auditId: other.id })).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(listAudits(world.outsider, { group: world.group.slug })).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await expect(reviseAudit(world.outsider, { auditId, reportId, note: "Mine now." })).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await decideAudit(world.outsider, approve(auditId));
    const { revisions } = await getAudit(world.owner, { auditId });
    expect(revisions[0]?.review).toMatchObject({ isGuest: true, reviewerName: world.users.outsider.name });
  });

  test("of a version does not cover the next one, nor a preset", async () => {
    const { id: auditId } = await submit();
    await decideAudit(world.reviewer, approve(auditId));
    const { model } = await world.db.modelVersion.findUniqueOrThrow({
      where: { id: modelVersionId },
      include: { model: true },
    });
    const retrained = await trainVersion(model.name);
    await expect(releaseModelVersion(world.owner, { modelVersionId: retrained })).rejects.toMatchObject(
      code("approval-needed"),
    );
    const presetId = await makePreset();
    await releaseModelVersion(world.owner, { modelVersionId });
    await expect(releasePreset(world.owner, { presetId })).rejects.toMatchObject(code("approval-needed"));
  });

  test("is withdrawn, and the preset taken out of release, when the preset is fitted anew", async () => {
    const presetId = await makePreset();
    const { id: ofPreset } = await submit({ presetId });
    await decideAudit(world.reviewer, approve(ofPreset));
    await expect(releasePreset(world.owner, { presetId })).rejects.toMatchObject(code("model-not-released"));
    const { id: ofVersion } = await submit();
    await decideAudit(world.reviewer, approve(ofVersion));
    await releaseModelVersion(world.owner, { modelVersionId });
    await releasePreset(world.owner, { presetId });
    const { slug: address } = await world.db.preset.findUniqueOrThrow({ where: { id: presetId } });
    await openReleasedPreset(world.visitor, { slug: address }).then(({ chunks }) => chunks.return(undefined));

    const { analysisId } = await refitPreset(world.researcher, { ...fit(), presetId });
    expect(await getAudit(world.owner, { auditId: ofPreset })).toMatchObject({
      state: "WITHDRAWN",
      withdrawnReason: "preset-changed",
      changed: ["presetHash"],
    });
    await expect(getReleasedPreset(world.visitor, { slug: address })).rejects.toMatchObject({ name: "NotFoundError" });
    await finish(analysisId);
    await expect(releasePreset(world.owner, { presetId })).rejects.toMatchObject(code("approval-needed"));
    await reviseAudit(world.researcher, { auditId: ofPreset, reportId, note: "Fitted anew." });
    await decideAudit(world.reviewer, approve(ofPreset, 2));
    await releasePreset(world.owner, { presetId });
    expect(await getAudit(world.owner, { auditId: ofVersion })).toMatchObject({ state: "APPROVED" });

    await retirePreset(world.owner, { presetId, reason: "Another is better." });
    expect(await getReleasedPreset(world.visitor, { slug: address })).toMatchObject({
      state: "RETIRED",
      retiredReason: "Another is better.",
    });
    await expect(openReleasedPreset(world.visitor, { slug: address })).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  test("of what was changed between submission and decision is not approved", async () => {
    const presetId = await makePreset();
    const { id: auditId } = await submit({ presetId });
    await finish((await refitPreset(world.researcher, { ...fit(), presetId })).analysisId);
    await expect(decideAudit(world.reviewer, approve(auditId))).rejects.toMatchObject(code("hashes-changed"));
    await decideAudit(world.reviewer, { ...approve(auditId), decision: "CHANGES_REQUESTED" });
  });

  test("leaves a tombstone when its model is retired", async () => {
    const { id: auditId } = await submit();
    await decideAudit(world.reviewer, approve(auditId));
    await releaseModelVersion(world.researcher, { modelVersionId });
    await retireModelVersion(world.researcher, { modelVersionId, reason: "It reads a tag." });
    const page = await getReleasedModel(world.visitor, { slug });
    expect(page.versions).toEqual([]);
    expect(page.retired).toMatchObject([{ number: 1, retiredReason: "It reads a tag.", auditId }]);
    expect(page.retired[0]).not.toHaveProperty("weightsSha256");
    await getPublicAudit(world.visitor, { auditId });
    await expect(releaseModelVersion(world.researcher, { modelVersionId })).rejects.toMatchObject(code("not-draft"));
  });

  test("whose review somebody rewrites in the database is found", async () => {
    const { id: auditId } = await submit();
    await decideAudit(world.reviewer, { ...approve(auditId), decision: "REJECTED" });
    expect((await verifyLog(world.db)).problems).toEqual([]);
    await expect(
      world.db.auditReview.updateMany({ where: { auditId }, data: { decision: "APPROVED" } }),
    ).rejects.toThrow(/immutable/);
    const rewrite = (decision: string) => [
      world.db.$executeRawUnsafe("ALTER TABLE audit_reviews DISABLE TRIGGER USER"),
      world.db.$executeRawUnsafe(`UPDATE audit_reviews SET decision = '${decision}' WHERE audit_id = '${auditId}'`),
      world.db.$executeRawUnsafe("ALTER TABLE audit_reviews ENABLE TRIGGER USER"),
    ];
    await world.db.$transaction(rewrite("APPROVED"));
    const { problems } = await verifyLog(world.db);
    expect(problems).toMatchObject([
      { chain: world.group.id, sequence: null, found: expect.stringContaining(auditId) },
    ]);
    await world.db.$transaction(rewrite("REJECTED"));
  });
});
