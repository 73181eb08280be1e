import { isDeepStrictEqual } from "node:util";
import type { Label, Transaction } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import { findOwnAssignmentOrThrow } from "../assignment/find-assignment.ts";
import { databaseTime } from "../assignment/held-places.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { type LabelValue, saveLabelInput, taskClasses, taskQuestions } from "../schemas.ts";
import { labelProblem } from "./label-problem.ts";

/**
 * Keeps a change of one's own label as its next revision. The same operation sent again is kept once. What is saved after the lease ran
 * out, or after the task was closed, is kept too: nothing that a person drew is thrown away.
 *
 * @returns the newest revision's number, and whether the assignment is done
 * @throws ConflictError `label-moved-on` when the change was not made on the newest revision (`newest`): another page or device of the
 *   same person saved one; `label-gap` when a change before it has not come yet; `operation-reused` when another change came under
 *   the same id
 * @throws InvalidInputError `label-unfit` when it is no answer to what the task asks
 */
export async function saveLabel(ctx: Context, input: unknown): Promise<{ sequence: number; doneAt: Date | null }> {
  const userId = requireUser(ctx.actor);
  const { assignmentId, basedOn, ...change } = parseInput(saveLabelInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const found = await findOwnAssignmentOrThrow(tx, { userId, assignmentId });
    const { task, taskId, sampleIndex, groupId } = found;
    // The image first, as whoever hands it out does.
    await tx.$executeRaw`
      SELECT sample_index FROM task_images WHERE task_id = ${taskId} AND sample_index = ${sampleIndex} FOR UPDATE`;
    const { doneAt } = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { doneAt: true } });
    const newest = await tx.label.findFirst({ where: { assignmentId }, orderBy: { sequence: "desc" } });
    const key = { assignmentId_operationId: { assignmentId, operationId: change.operationId } };
    const before = await tx.label.findUnique({ where: key });
    if (before) {
      if (!isSameChange(before, change)) throw new ConflictError("operation-reused");
      return { sequence: newest?.sequence ?? before.sequence, doneAt };
    }
    const next = (newest?.sequence ?? 0) + 1;
    if (change.sequence > next) throw new ConflictError("label-gap", { newest: next - 1 });
    const isOnNewest = change.sequence === next && basedOn === (newest?.operationId ?? null);
    if (!isOnNewest) throw new ConflictError("label-moved-on", { newest: next - 1 });
    const asked = { classes: taskClasses.parse(task.classes), questions: taskQuestions.parse(task.questions) };
    const { height, width } = task.datasetVersion;
    const problem = labelProblem({ kind: task.kind, ...asked, height, width }, change.value, change.isDone);
    if (problem) throw new InvalidInputError("label-unfit", { problem });
    await tx.label.create({ data: { assignmentId, ...change } });
    const ended = change.isDone ? (doneAt ?? new Date()) : null;
    await holdPlace(tx, { assignmentId, doneAt: ended, leaseMinutes: task.leaseMinutes });
    await countImage(tx, { taskId, sampleIndex });
    const event = { chain: groupId, action: "label.save", actorId: userId, subjectType: "assignment" };
    const data = { taskId, sampleIndex, sequence: next, isDone: change.isDone };
    await appendAuditEvent(tx, { ...event, subjectId: assignmentId, data });
    return { sequence: next, doneAt: ended };
  });
}

function isSameChange(before: Label, change: { sequence: number; value: LabelValue; isDone: boolean }): boolean {
  const isSamePlace = before.sequence === change.sequence && before.isDone === change.isDone;
  return isSamePlace && isDeepStrictEqual(before.value, JSON.parse(JSON.stringify(change.value)));
}

async function holdPlace(
  tx: Transaction,
  { assignmentId, doneAt, leaseMinutes }: { assignmentId: string; doneAt: Date | null; leaseMinutes: number },
) {
  await tx.assignment.update({ where: { id: assignmentId }, data: { doneAt } });
  await tx.$executeRaw`
    UPDATE assignments SET leased_until = ${databaseTime} + make_interval(mins => ${leaseMinutes}::int)
    WHERE id = ${assignmentId}`;
}

/** Keeps `is_open` true to the labels that there are; the image is locked. */
async function countImage(tx: Transaction, { taskId, sampleIndex }: { taskId: string; sampleIndex: number }) {
  await tx.$executeRaw`
    UPDATE task_images i SET is_open = i.wanted > (
      SELECT count(*) FROM assignments a
      WHERE a.task_id = i.task_id AND a.sample_index = i.sample_index AND a.done_at IS NOT NULL)
    WHERE i.task_id = ${taskId} AND i.sample_index = ${sampleIndex}`;
}
