import type { Transaction } from "@diaphane/db";
import { can } from "../permissions/index.ts";

/**
 * The members of a group who may invite at this moment. A link works for as long as whoever made it is one of them: else an
 * owner who was removed could come back by a link kept for the day.
 */
export async function whoMayInvite(tx: Transaction, groupId: string): Promise<string[]> {
  const members = await tx.membership.findMany({
    where: { groupId, user: { disabledAt: null } },
    select: { userId: true, role: true },
  });
  return members.filter(({ role }) => can(role, "invitation:create")).map(({ userId }) => userId);
}
