import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { startTrainingInput } from "../schemas.ts";
import { createRun } from "./create-run.ts";
import { findParentOrThrow } from "./find-parent.ts";

/**
 * Queues a training run on a data set version of the same group. `config` is kept as it comes: the caller has parsed it
 * with packages/model's schema, and the trainer does so again.
 *
 * @throws InvalidInputError `subject-overlap` when the model to start from has learned from persons that this one is to be scored on
 */
export async function startTraining(ctx: Context, input: unknown): Promise<{ id: string; modelId: string }> {
  const userId = requireUser(ctx.actor);
  const { group: slug, parentId, ...wanted } = parseInput(startTrainingInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId, slug, scope: "run:create" });
    const version = await tx.datasetVersion.findFirst({
      where: { id: wanted.datasetVersionId, dataset: { groupId: group.id, group: memberOf(userId) } },
      select: { contentHash: true },
    });
    if (!version) throw new NotFoundError("dataset-version");
    const asked = { parentId, groupId: group.id, datasetVersionId: wanted.datasetVersionId };
    const parent = await findParentOrThrow(tx, asked);
    const from = parent ? { parentId: parent.parentId } : {};
    const run = await createRun(ctx.db, tx, {
      ...wanted,
      ...from,
      groupId: group.id,
      createdBy: userId,
      isDemo: false,
    });
    const event = { chain: group.id, action: "run.create", actorId: userId, subjectType: "run", subjectId: run.id };
    const { datasetVersionId, config, seed } = wanted;
    const data = { datasetVersionId, dataHash: version.contentHash, config, seed, ...parent };
    await appendAuditEvent(tx, { ...event, data });
    return run;
  });
}
