import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { takeAssignmentsInput } from "../schemas.ts";
import { findTaskOrThrow, requireAnnotator } from "../task/find-task.ts";
import { assignmentView, assignmentWithNewest } from "./assignment-view.ts";
import { leaseNewImages } from "./lease-new-images.ts";
import { renewOwnLeases } from "./renew-own-leases.ts";

/**
 * The next images of a task for whoever asks, up to `count`: first those that they have not finished, whose leases begin anew, then new
 * ones. Nobody else gets them while they are leased, except where several people are to label an image. Empty: there are none for now.
 *
 * @throws ForbiddenError `not-your-task` when others were chosen to label it
 */
export async function takeAssignments(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { taskId, count } = parseInput(takeAssignmentsInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const task = await findTaskOrThrow(tx, { userId, taskId, scope: "label:write" });
    requireAnnotator(task, userId);
    // One after the other for each person: two pages of theirs get the same images, not twice as many.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`take:${taskId}:${userId}`}, 0))`;
    const asked = { taskId, userId, leaseMinutes: task.leaseMinutes };
    const kept = await renewOwnLeases(tx, { ...asked, limit: count });
    const fresh = task.state === "OPEN" ? await leaseNewImages(tx, { ...asked, limit: count - kept.length }) : [];
    const rows = await tx.assignment.findMany({
      where: { id: { in: [...kept, ...fresh] } },
      select: assignmentWithNewest,
      orderBy: [{ image: { priority: "desc" } }, { image: { position: "asc" } }],
    });
    if (fresh.length > 0) {
      const sampleIndices = rows.filter(({ id }) => fresh.includes(id)).map(({ sampleIndex }) => sampleIndex);
      const event = { chain: task.groupId, action: "assignment.take", actorId: userId, subjectType: "task" };
      await appendAuditEvent(tx, { ...event, subjectId: taskId, data: { sampleIndices } });
    }
    return rows.map(assignmentView);
  });
}
