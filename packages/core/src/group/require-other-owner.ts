import type { Transaction } from "@diaphane/db";
import { ConflictError } from "../errors.ts";

/**
 * Holds that a group has an owner besides `userId`. Locks the group's memberships: of two owners who leave at the same
 * time the second one is told. Call it before the write.
 *
 * @throws ConflictError `last-owner`
 */
export async function requireOtherOwner(tx: Transaction, groupId: string, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM memberships WHERE group_id = ${groupId} FOR UPDATE`;
  const where = { groupId, role: "OWNER" as const, userId: { not: userId }, user: { disabledAt: null } };
  if ((await tx.membership.count({ where })) === 0) throw new ConflictError("last-owner");
}
