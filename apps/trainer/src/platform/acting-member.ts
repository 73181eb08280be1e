import { type Context, NotFoundError, type Platform } from "@diaphane/core";

/**
 * The person in whose name a command acts: the member with that e-mail address, else the group's first owner. Whoever can
 * run this reaches the database itself; what the member may do is checked by the verbs as ever.
 *
 * @throws NotFoundError when there is no such member or group
 */
export async function actingMember(
  { db }: Pick<Platform, "db">,
  { group, email }: { group: string; email?: string | undefined },
): Promise<Context> {
  const who = email ? { user: { email: email.toLowerCase() } } : { role: "OWNER" as const };
  const membership = await db.membership.findFirst({
    where: { group: { slug: group }, ...who },
    orderBy: { createdAt: "asc" },
  });
  if (!membership) throw new NotFoundError(email ? `member ${email} of group ${group}` : `group ${group}`);
  return { actor: { kind: "user", userId: membership.userId }, db };
}
