import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

/** A sweep of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findSweepOrThrow(tx: Transaction, asked: { userId: string; sweepId: string; scope: Scope }) {
  const { userId, sweepId, scope } = asked;
  const sweep = await tx.sweep.findFirst({
    where: { id: sweepId, model: { group: memberOf(userId) } },
    include: { model: { select: { id: true, name: true, groupId: true } } },
  });
  if (!sweep) throw new NotFoundError("sweep");
  await requireScope(tx, { userId, groupId: sweep.model.groupId, scope, entity: "sweep" });
  return sweep;
}
