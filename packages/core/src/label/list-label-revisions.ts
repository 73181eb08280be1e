import { requireUser } from "../access/require-actor.ts";
import { findAssignmentOrThrow } from "../assignment/find-assignment.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { labelValue, listLabelRevisionsInput } from "../schemas.ts";

/** All that one person has said of one image, the first first: for that person, and for whoever reads everybody's labels. */
export async function listLabelRevisions(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { assignmentId } = parseInput(listLabelRevisionsInput, input);
  await findAssignmentOrThrow(ctx.db, { userId, assignmentId });
  const rows = await ctx.db.label.findMany({ where: { assignmentId }, orderBy: { sequence: "asc" } });
  return rows.map(({ value, ...row }) => ({ ...row, value: labelValue.parse(value) }));
}
