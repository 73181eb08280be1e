import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { acceptInvitationInput } from "../schemas.ts";
import { hashToken } from "./token.ts";
import { whoMayInvite } from "./who-may-invite.ts";

/** Joins the group that a link leads to; a link works once. */
export async function acceptInvitation(ctx: Context, input: unknown): Promise<{ slug: string }> {
  const userId = requireUser(ctx.actor);
  const tokenHash = hashToken(parseInput(acceptInvitationInput, input).token);
  return await ctx.db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } });
    if (!user) throw new NotFoundError("user");
    const now = new Date();
    // Marked before anything else is read: of two who come at once the second waits here, and finds it used.
    const open = { tokenHash, acceptedAt: null, expiresAt: { gt: now } };
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: open,
      data: { acceptedAt: now },
      include: { group: { select: { slug: true } } },
    });
    if (!invitation) throw new NotFoundError("invitation");
    const { groupId, role, createdBy } = invitation;
    if (!(await whoMayInvite(tx, groupId)).includes(createdBy)) throw new NotFoundError("invitation");
    const isMember = (await tx.membership.count({ where: { groupId, userId } })) > 0;
    if (isMember) throw new ConflictError("already-member");
    await tx.membership.create({ data: { groupId, userId, role } });
    const event = { chain: groupId, action: "invitation.accept", actorId: userId, subjectType: "invitation" };
    await appendAuditEvent(tx, { ...event, subjectId: invitation.id, data: { role } });
    return { slug: invitation.group.slug };
  });
}
