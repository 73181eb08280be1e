import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listAuditsInput } from "../schemas.ts";
import { auditWithNames } from "./audit-with-names.ts";

/** A group's audits, newest first; those that wait for a reviewer are the queue. */
export async function listAudits(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, state, beforeAuditId, limit } = parseInput(listAuditsInput, input);
  const { id: groupId } = await getGroupOrThrow(ctx.db, { userId, slug, scope: "audit:read" });
  return await ctx.db.audit.findMany({
    where: { groupId, ...(state === undefined ? {} : { state: { in: state } }) },
    include: { ...auditWithNames, _count: { select: { comments: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(beforeAuditId === undefined ? {} : { cursor: { id: beforeAuditId }, skip: 1 }),
    take: limit,
  });
}
