import { afterAll, beforeAll, expect, test } from "vitest";
import { claimAnalysis } from "../analysis/claim-analysis.ts";
import { completeAnalysis } from "../analysis/complete-analysis.ts";
import { saveLatentShard } from "../analysis/save-latent-shard.ts";
import { startAnalysis } from "../analysis/start-analysis.ts";
import { acceptGuestReview } from "../audit/accept-guest-review.ts";
import { getAuditImages } from "../audit/get-audit-images.ts";
import { inviteGuestReviewer } from "../audit/invite-guest-reviewer.ts";
import { readAuditCases } from "../audit/read-audit-cases.ts";
import { submitAudit } from "../audit/submit-audit.ts";
import { getSampleImages } from "../dataset/get-sample-images.ts";
import { importTestDataset } from "../testing/synthetic-import.ts";
import { claimTestRun, completeTestRun, startTestRun } from "../testing/test-run.ts";
import { makeWorld, someSha256, type World } from "../testing/world.ts";
import { readReportCases } from "./read-report-cases.ts";

let world: World;
let versionId: string;
let reportId: string;
let auditId: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ versionId } = await importTestDataset(world, { count: 12 }));
  const { id: runId } = await startTestRun(world, versionId);
  const { modelVersionId } = await completeTestRun(world, await claimTestRun(world, runId));
  const request = { kind: "BIAS_REPORT", attributes: ["age", "sex"] };
  ({ id: reportId } = await startAnalysis(world.researcher, { modelVersionId, request }));
  const claimed = await claimAnalysis(world.worker, { analysisId: reportId });
  const held = { analysisId: reportId, claim: claimed?.claim };
  // Rows of mu, logVar and two logits: those of image i are i and −i.
  const rows = Float32Array.from({ length: 12 * 4 }, (_, at) => [9, 9, 1, -1][at % 4] ?? 0).map((value, at) =>
    at % 4 < 2 ? value : value * Math.floor(at / 4),
  );
  const { sha256, sizeBytes } = await world.store.put(new Uint8Array(rows.buffer), "LATENT_SHARD");
  const shard = { sha256, sizeBytes, latentDim: 1, classCount: 2, firstIndex: 0, count: 12 };
  await saveLatentShard(world.worker, { ...held, ...shard });
  const result = await world.store.put(new TextEncoder().encode(someSha256()), "ANALYSIS_RESULT");
  await completeAnalysis(world.worker, { ...held, result: { sha256: result.sha256, sizeBytes: result.sizeBytes } });
  ({ id: auditId } = await submitAudit(world.researcher, { reportId, note: "For teaching only." }));
});
afterAll(() => world.close());

test("the cases of a report are its test images by their places, with what was said and is known of each", async () => {
  const cases = await readReportCases(world.reviewer, { reportId });
  expect(cases).toMatchObject({ datasetVersionId: versionId, height: 4, width: 4, channels: 1 });
  expect(cases.places).toEqual([2, 5, 8, 11]);
  expect(cases.labels).toEqual([0, 1, 0, 1]);
  expect(cases.logits).toEqual([2, -2, 5, -5, 8, -8, 11, -11]);
  expect(cases.attributes.map(({ name, column }) => [name, column])).toEqual([
    ["age", [2, 5, 8, 11]],
    ["sex", [0, 1, 0, 1]],
  ]);
  await expect(readReportCases(world.outsider, { reportId })).rejects.toMatchObject({ code: "not-found" });
  await expect(readReportCases(world.annotator, { reportId })).rejects.toMatchObject({ code: "forbidden" });
});

test("a guest reviewer sees the report's images and no other of the set; who is not one, none", async () => {
  const indices = [11, 2];
  await expect(getAuditImages(world.outsider, { auditId, indices })).rejects.toMatchObject({ code: "not-found" });
  const { token } = await inviteGuestReviewer(world.owner, { auditId });
  await acceptGuestReview(world.outsider, { token });
  expect((await readAuditCases(world.outsider, { auditId })).places).toEqual([2, 5, 8, 11]);
  const { images } = await getAuditImages(world.outsider, { auditId, indices });
  expect([images[0], images[16]]).toEqual([11, 2]);
  // Image 3 is one of the training split: the report is not over it.
  await expect(getAuditImages(world.outsider, { auditId, indices: [2, 3] })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(readReportCases(world.outsider, { reportId })).rejects.toMatchObject({ code: "not-found" });
  await expect(getSampleImages(world.outsider, { versionId, indices: [2] })).rejects.toMatchObject({
    code: "not-found",
  });
});
