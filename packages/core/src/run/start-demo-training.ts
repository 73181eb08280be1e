import { requireWorker } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ForbiddenError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { startTrainingInput } from "../schemas.ts";
import { createRun } from "./create-run.ts";

/**
 * Queues a run of the demonstration, whose model `completeRun` releases. For the platform itself only, and for synthetic
 * data only: no person gets a model released without an audit.
 */
export async function startDemoTraining(ctx: Context, input: unknown, createdBy: string): Promise<{ id: string }> {
  requireWorker(ctx.actor);
  const { group: slug, parentId: _none, ...wanted } = parseInput(startTrainingInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const version = await tx.datasetVersion.findFirst({
      where: { id: wanted.datasetVersionId, dataset: { group: { slug } } },
      select: { dataset: { select: { groupId: true, isSynthetic: true } } },
    });
    if (!version) throw new NotFoundError("dataset-version");
    const { groupId, isSynthetic } = version.dataset;
    if (!isSynthetic) throw new ForbiddenError("synthetic-only");
    const run = await createRun(ctx.db, tx, { ...wanted, groupId, createdBy, isDemo: true });
    const event = { chain: groupId, action: "run.create", actorId: null, subjectType: "run", subjectId: run.id };
    const { datasetVersionId, config, seed } = wanted;
    await appendAuditEvent(tx, { ...event, data: { datasetVersionId, config, seed, reason: "demonstration" } });
    return { id: run.id };
  });
}
