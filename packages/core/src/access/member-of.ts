import type { Prisma } from "@diaphane/db";

/** Limits a query to groups that this user is in. A disabled user is in none, from that moment on. */
export function memberOf(userId: string): Prisma.GroupWhereInput {
  return { memberships: { some: { userId, user: { disabledAt: null } } } };
}
