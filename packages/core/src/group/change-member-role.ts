import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { changeMemberRoleInput } from "../schemas.ts";
import { requireOtherOwner } from "./require-other-owner.ts";

/** Throws ConflictError `last-owner` rather than leave a group without one. */
export async function changeMemberRole(ctx: Context, input: unknown): Promise<void> {
  const actorId = requireUser(ctx.actor);
  const { group: slug, userId, role } = parseInput(changeMemberRoleInput, input);
  await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId: actorId, slug, scope: "member:update" });
    const key = { groupId_userId: { groupId: group.id, userId } };
    const member = await tx.membership.findUnique({ where: key });
    if (!member) throw new NotFoundError("member");
    if (role !== "OWNER") await requireOtherOwner(tx, group.id, userId);
    await tx.membership.update({ where: key, data: { role } });
    const event = { chain: group.id, action: "member.update", actorId, subjectType: "user", subjectId: userId };
    await appendAuditEvent(tx, { ...event, data: { from: member.role, to: role } });
  });
}
