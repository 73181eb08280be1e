import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import { getOrCreateModel } from "../model/get-or-create-model.ts";
import { parseInput } from "../parse-input.ts";
import { queueRun } from "../run/queue-run.ts";
import { startSweepInput, sweepRuns } from "../schemas.ts";

/**
 * Queues every configuration with every seed on one data set version: all of the runs and their jobs, or none. A setting's
 * seeds come one after the other, so that a first mean is there early. `configs` are kept as they come, like those of
 * `startTraining`.
 *
 * @throws InvalidInputError `sweep-size` when that makes too few or too many runs
 */
export async function startSweep(ctx: Context, input: unknown): Promise<{ id: string; runIds: string[] }> {
  const userId = requireUser(ctx.actor);
  const { group: slug, datasetVersionId, modelName, configs, seeds } = parseInput(startSweepInput, input);
  const wanted = configs.flatMap((config) => seeds.map((seed) => ({ config, seed })));
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId, slug, scope: "run:create" });
    const count = wanted.length;
    if (count < sweepRuns.least || count > sweepRuns.most)
      throw new InvalidInputError("sweep-size", { count, ...sweepRuns });
    const version = await tx.datasetVersion.findFirst({
      where: { id: datasetVersionId, dataset: { groupId: group.id, group: memberOf(userId) } },
      select: { contentHash: true },
    });
    if (!version) throw new NotFoundError("dataset-version");
    const modelId = await getOrCreateModel(tx, group.id, modelName);
    const sweep = await tx.sweep.create({ data: { modelId, datasetVersionId, createdBy: userId } });
    const shared = { modelId, datasetVersionId, createdBy: userId, sweepId: sweep.id };
    const runIds: string[] = [];
    for (const [sweepPosition, run] of wanted.entries()) {
      runIds.push(await queueRun(ctx.db, tx, { ...shared, ...run, sweepPosition }));
    }
    const event = { chain: group.id, actorId: userId, subjectType: "sweep", subjectId: sweep.id };
    const data = { datasetVersionId, dataHash: version.contentHash, configs, seeds, runIds };
    await appendAuditEvent(tx, { ...event, action: "sweep.create", data });
    return { id: sweep.id, runIds };
  });
}
