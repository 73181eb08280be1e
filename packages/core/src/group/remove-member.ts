import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { removeMemberInput } from "../schemas.ts";
import { requireOtherOwner } from "./require-other-owner.ts";

/** Owners remove anybody, everybody may leave; the last owner stays (ConflictError `last-owner`). */
export async function removeMember(ctx: Context, input: unknown): Promise<void> {
  const actorId = requireUser(ctx.actor);
  const { group: slug, userId } = parseInput(removeMemberInput, input);
  await ctx.db.$transaction(async (tx) => {
    const scope = userId === actorId ? "group:read" : "member:remove";
    const group = await getGroupOrThrow(tx, { userId: actorId, slug, scope });
    const key = { groupId_userId: { groupId: group.id, userId } };
    const member = await tx.membership.findUnique({ where: key });
    if (!member) throw new NotFoundError("member");
    await requireOtherOwner(tx, group.id, userId);
    await tx.membership.delete({ where: key });
    const event = { chain: group.id, action: "member.remove", actorId, subjectType: "user", subjectId: userId };
    await appendAuditEvent(tx, { ...event, data: { role: member.role } });
  });
}
