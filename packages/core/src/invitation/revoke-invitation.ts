import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { revokeInvitationInput } from "../schemas.ts";

/** Makes a link that nobody has used stop working. */
export async function revokeInvitation(ctx: Context, input: unknown): Promise<void> {
  const actorId = requireUser(ctx.actor);
  const { group: slug, invitationId } = parseInput(revokeInvitationInput, input);
  await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId: actorId, slug, scope: "invitation:revoke" });
    const { count } = await tx.invitation.deleteMany({
      where: { id: invitationId, groupId: group.id, acceptedAt: null },
    });
    if (count === 0) throw new NotFoundError("invitation");
    const event = { chain: group.id, action: "invitation.revoke", actorId, subjectType: "invitation" };
    await appendAuditEvent(tx, { ...event, subjectId: invitationId });
  });
}
