import type { Group, Role, Transaction } from "@diaphane/db";
import { ForbiddenError, NotFoundError } from "../errors.ts";
import { can, type Scope } from "../permissions/index.ts";
import { memberOf } from "./member-of.ts";

/**
 * Holds that the user's role in a group, as it is in the database now, has `scope`.
 *
 * @throws NotFoundError when the user is not in that group: `entity` is what was asked for
 * @throws ForbiddenError when the role lacks the scope
 */
export async function requireScope(
  tx: Transaction,
  asked: { userId: string; groupId: string; scope: Scope; entity: string },
): Promise<Role> {
  const { userId, groupId, scope, entity } = asked;
  const membership = await tx.membership.findFirst({
    where: { userId, groupId, user: { disabledAt: null } },
    select: { role: true },
  });
  if (!membership) throw new NotFoundError(entity);
  if (!can(membership.role, scope)) throw new ForbiddenError("forbidden", { scope });
  return membership.role;
}

/** The group of that slug, if the user is in it and has `scope` there. Throws like `requireScope`. */
export async function getGroupOrThrow(
  tx: Transaction,
  asked: { userId: string; slug: string; scope: Scope },
): Promise<Group & { role: Role }> {
  const { userId, slug, scope } = asked;
  const group = await tx.group.findFirst({ where: { slug, ...memberOf(userId) } });
  if (!group) throw new NotFoundError("group");
  const role = await requireScope(tx, { userId, groupId: group.id, scope, entity: "group" });
  return { ...group, role };
}
