import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

/** A run of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findRunOrThrow(tx: Transaction, asked: { userId: string; runId: string; scope: Scope }) {
  const { userId, runId, scope } = asked;
  const run = await tx.trainingRun.findFirst({
    where: { id: runId, model: { group: memberOf(userId) } },
    include: { model: true },
  });
  if (!run) throw new NotFoundError("run");
  await requireScope(tx, { userId, groupId: run.model.groupId, scope, entity: "run" });
  return run;
}
