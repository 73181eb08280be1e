import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listMembersInput } from "../schemas.ts";

export async function listMembers(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listMembersInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "member:read" });
  const memberships = await ctx.db.membership.findMany({
    where: { groupId: group.id },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true, disabledAt: true } } },
    orderBy: [{ user: { name: "asc" } }, { createdAt: "asc" }],
  });
  return memberships.map(({ role, createdAt, user: { disabledAt, ...user } }) => {
    return { ...user, role, joinedAt: createdAt, isDisabled: disabledAt !== null };
  });
}
