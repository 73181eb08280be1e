import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";

/** The actor's groups by name, with the actor's role in each. */
export async function listGroups(ctx: Context) {
  const userId = requireUser(ctx.actor);
  const memberships = await ctx.db.membership.findMany({
    where: { userId, user: { disabledAt: null } },
    select: { role: true, group: { select: { id: true, slug: true, name: true, createdAt: true } } },
    orderBy: { group: { name: "asc" } },
  });
  return memberships.map(({ role, group }) => ({ ...group, role }));
}
