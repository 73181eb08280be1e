import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listInvitationsInput } from "../schemas.ts";
import { whoMayInvite } from "./who-may-invite.ts";

/** The links of a group that still work, newest first. */
export async function listInvitations(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listInvitationsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "invitation:read" });
  const createdBy = { in: await whoMayInvite(ctx.db, group.id) };
  return await ctx.db.invitation.findMany({
    where: { groupId: group.id, createdBy, acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, role: true, createdAt: true, expiresAt: true, creator: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
  });
}
