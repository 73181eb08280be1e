import type { Transaction } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { completeRunInput } from "../schemas.ts";
import { dataHashOf } from "./data-hash.ts";
import { endRun, lockClaimedRun } from "./lock-run.ts";

/**
 * Ends a run with the model version that it made. A demonstration's model is released at once, and the log says so:
 * its images are synthetic, and no audit was made. Throws ConflictError `claim-lost`.
 */
export async function completeRun(
  ctx: Context,
  input: unknown,
): Promise<{ modelVersionId: string; number: number; isReleased: boolean }> {
  requireWorker(ctx.actor);
  const { runId, claim, step, manifest, weights, seen, ...made } = parseInput(completeRunInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const run = await lockClaimedRun(tx, { runId, claim });
    const sets = await readSetHashes(tx, runId);
    const { contentHash, dataset } = await tx.datasetVersion.findUniqueOrThrow({
      where: { id: run.datasetVersionId },
      select: { contentHash: true, dataset: { select: { isSynthetic: true } } },
    });
    const dataHash = dataHashOf(sets.length > 0 ? sets : [contentHash]);
    const isReleased = run.isDemo && dataset.isSynthetic;
    await recordArtifact(tx, { ...manifest, kind: "BUNDLE_MANIFEST" }, { ...weights, kind: "BUNDLE_WEIGHTS" });
    if (seen) await recordArtifact(tx, { ...seen, kind: "BUNDLE_SEEN" });
    const version = await tx.modelVersion.create({
      data: {
        ...made,
        modelId: run.modelId,
        number: await nextNumber(tx, run.modelId),
        config: run.config ?? {},
        datasetVersionId: run.datasetVersionId,
        dataHash,
        manifestSha256: manifest.sha256,
        weightsSha256: weights.sha256,
        seenSha256: seen?.sha256 ?? null,
        parentId: run.parentId,
        bundleSizeBytes: manifest.sizeBytes + weights.sizeBytes,
        ...(isReleased ? { state: "RELEASED" as const, releasedAt: new Date() } : {}),
      },
      include: { model: { select: { groupId: true } } },
    });
    await endRun(tx, runId, {
      status: "SUCCEEDED",
      event: { kind: "finished", step, data: { metrics: made.metrics } },
      data: { modelVersionId: version.id },
    });
    const event = { chain: version.model.groupId, actorId: null, subjectType: "model-version", subjectId: version.id };
    const data = { runId, bundleHash: made.bundleHash, dataHash, parentId: run.parentId };
    await appendAuditEvent(tx, { ...event, action: "model-version.create", data });
    if (isReleased) {
      const why = { bundleHash: made.bundleHash, reason: "synthetic demonstration data, no audit" };
      await appendAuditEvent(tx, { ...event, action: "model-version.release", data: why });
    }
    return { modelVersionId: version.id, number: version.number, isReleased };
  });
}

/** What several data sets that were learned at once are, in their order; none when it was one. */
async function readSetHashes(tx: Transaction, runId: string): Promise<string[]> {
  const sets = await tx.pretrainingSet.findMany({
    where: { runId },
    orderBy: { position: "asc" },
    select: { datasetVersion: { select: { contentHash: true } } },
  });
  return sets.map(({ datasetVersion }) => datasetVersion.contentHash);
}

/** Locks the model, so that two runs that end together get two numbers. */
async function nextNumber(tx: Transaction, modelId: string): Promise<number> {
  await tx.$executeRaw`SELECT id FROM models WHERE id = ${modelId} FOR UPDATE`;
  const last = await tx.modelVersion.findFirst({ where: { modelId }, orderBy: { number: "desc" } });
  return (last?.number ?? 0) + 1;
}
