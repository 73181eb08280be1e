import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { analysisRequest, claimAnalysisInput } from "../schemas.ts";
import { findExternalSet } from "./external-set.ts";
import { lockAnalysis } from "./find-analysis.ts";
import { readAnalysisData } from "./read-analysis-data.ts";

/**
 * Takes an analysis off the queue, or over from a worker that died. Null: there is nothing to do.
 *
 * @returns the parsed `request`; the model's files; the data version's images with labels, splits, subjects, boxes and
 *   attributes as columns in index order; the codes that are there (`latentShards`); the same of the `external` data of a preset; and the
 *   `claim` that every later write of this worker must carry
 */
export async function claimAnalysis(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { analysisId } = parseInput(claimAnalysisInput, input);
  const claim = randomUUID();
  const claimed = await ctx.db.$transaction(async (tx) => {
    const found = await lockAnalysis(tx, analysisId);
    if (found.status !== "QUEUED" && found.status !== "RUNNING") return null;
    const now = new Date();
    if (found.cancelRequested) {
      const ended = { status: "CANCELLED" as const, finishedAt: now, claim: null };
      await tx.analysis.update({ where: { id: analysisId }, data: ended });
      return null;
    }
    const begun = { startedAt: found.startedAt ?? now, heartbeatAt: now };
    await tx.analysis.update({ where: { id: analysisId }, data: { claim, status: "RUNNING", ...begun } });
    return found;
  });
  if (!claimed) return null;
  const { latentSet, kind, parameters } = claimed;
  const { modelVersion } = latentSet;
  const request = analysisRequest.parse({ kind, ...Object(parameters) });
  const external = await findExternalSet(ctx.db, modelVersion.id, request);
  return {
    ...{ id: analysisId, claim, request, modelVersion },
    ...(await readAnalysisData(ctx.db, latentSet, request)),
    external: external && (await readAnalysisData(ctx.db, external, request)),
  };
}
