import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";

/** The signed-in user and the groups with the role in each. Throws NotFoundError once the user is disabled or gone. */
export async function getUser(ctx: Context) {
  const id = requireUser(ctx.actor);
  const user = await ctx.db.user.findFirst({
    where: { id, disabledAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      memberships: { select: { role: true, group: true }, orderBy: { group: { name: "asc" } } },
    },
  });
  if (!user) throw new NotFoundError("user");
  const { memberships, ...rest } = user;
  const groups = memberships.map(({ role, group }) => ({ id: group.id, slug: group.slug, name: group.name, role }));
  return { ...rest, groups };
}
