import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getAssignmentInput } from "../schemas.ts";
import { assignmentView, assignmentWithNewest } from "./assignment-view.ts";
import { findOwnAssignmentOrThrow } from "./find-assignment.ts";

/** One image of whoever asks, with what they have said of it last. */
export async function getAssignment(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { assignmentId } = parseInput(getAssignmentInput, input);
  const { id } = await findOwnAssignmentOrThrow(ctx.db, { userId, assignmentId });
  const row = await ctx.db.assignment.findUniqueOrThrow({ where: { id }, select: assignmentWithNewest });
  return assignmentView(row);
}
