import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getInvitationInput } from "../schemas.ts";
import { hashToken } from "./token.ts";
import { whoMayInvite } from "./who-may-invite.ts";

/** What a link leads to, for whoever holds it, signed in or not. A used or expired one is as good as none. */
export async function getInvitation(ctx: Context, input: unknown) {
  const { token } = parseInput(getInvitationInput, input);
  const invitation = await ctx.db.invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, expiresAt: { gt: new Date() } },
    select: {
      role: true,
      expiresAt: true,
      groupId: true,
      createdBy: true,
      group: { select: { name: true, slug: true } },
      creator: { select: { name: true } },
    },
  });
  if (!invitation) throw new NotFoundError("invitation");
  const { groupId, createdBy, ...shown } = invitation;
  if (!(await whoMayInvite(ctx.db, groupId)).includes(createdBy)) throw new NotFoundError("invitation");
  return shown;
}
