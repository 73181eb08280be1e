import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

/** An import into one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findImportOrThrow(tx: Transaction, asked: { userId: string; importId: string; scope: Scope }) {
  const { userId, importId, scope } = asked;
  const found = await tx.import.findFirst({
    where: { id: importId, dataset: { group: memberOf(userId) } },
    include: { dataset: true },
  });
  if (!found) throw new NotFoundError("import");
  await requireScope(tx, { userId, groupId: found.dataset.groupId, scope, entity: "import" });
  return found;
}

/** Locks an import's row for the rest of the transaction. */
export async function lockImport(tx: Transaction, importId: string) {
  await tx.$executeRaw`SELECT id FROM imports WHERE id = ${importId} FOR UPDATE`;
  const found = await tx.import.findUnique({ where: { id: importId }, include: { dataset: true } });
  if (!found) throw new NotFoundError("import");
  return found;
}

/**
 * The same for the worker that holds the import.
 *
 * @throws ConflictError `claim-lost` when another worker has taken it over, or it has ended: stop, and write nothing
 */
export async function lockClaimedImport(tx: Transaction, held: { importId: string; claim: string }) {
  const found = await lockImport(tx, held.importId);
  if (found.claim !== held.claim || found.status !== "RUNNING") throw new ConflictError("claim-lost");
  return found;
}
