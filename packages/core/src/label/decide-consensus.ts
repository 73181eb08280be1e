import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { decideConsensusInput } from "../schemas.ts";
import { findTaskOrThrow } from "../task/find-task.ts";
import { requireFit } from "./require-fit.ts";

/**
 * Decides what an image's label is, where people differ. Their own labels stay as they are; an earlier decision stays in the history.
 *
 * @throws ConflictError `consensus-moved-on` when somebody else decided meanwhile
 * @throws InvalidInputError `label-unfit` when it is no answer to what the task asks
 */
export async function decideConsensus(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { taskId, sampleIndex, sequence, value } = parseInput(decideConsensusInput, input);
  await ctx.db.$transaction(async (tx) => {
    const task = await findTaskOrThrow(tx, { userId, taskId, scope: "label:adjudicate" });
    const locked = await tx.$executeRaw`
      SELECT sample_index FROM task_images WHERE task_id = ${taskId} AND sample_index = ${sampleIndex} FOR UPDATE`;
    if (locked === 0) throw new NotFoundError("task-image");
    const newest = await tx.consensus.findFirst({ where: { taskId, sampleIndex }, orderBy: { sequence: "desc" } });
    if (sequence !== (newest?.sequence ?? 0) + 1) throw new ConflictError("consensus-moved-on");
    requireFit(task, value, true);
    await tx.consensus.create({ data: { taskId, sampleIndex, sequence, value, decidedBy: userId } });
    const event = { chain: task.groupId, action: "consensus.decide", actorId: userId, subjectType: "task" };
    await appendAuditEvent(tx, { ...event, subjectId: taskId, data: { sampleIndex, sequence, value } });
  });
}
