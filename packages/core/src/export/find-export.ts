import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { ConflictError, NotFoundError } from "../errors.ts";

/** A version of a data set that the user may take away. Throws like `requireScope`. */
export async function findExportableVersionOrThrow(tx: Transaction, asked: { userId: string; versionId: string }) {
  const { userId, versionId } = asked;
  const version = await tx.datasetVersion.findFirst({
    where: { id: versionId, dataset: { group: memberOf(userId) } },
    include: { dataset: true },
  });
  if (!version) throw new NotFoundError("dataset-version");
  const { groupId } = version.dataset;
  await requireScope(tx, { userId, groupId, scope: "dataset:export", entity: "dataset-version" });
  return version;
}

/** Locks an export's row for the rest of the transaction. */
export async function lockExport(tx: Transaction, exportId: string) {
  await tx.$executeRaw`SELECT id FROM exports WHERE id = ${exportId} FOR UPDATE`;
  const found = await tx.export.findUnique({
    where: { id: exportId },
    include: { datasetVersion: { include: { dataset: true } } },
  });
  if (!found) throw new NotFoundError("export");
  return found;
}

/**
 * The same for the worker that holds the export.
 *
 * @throws ConflictError `claim-lost` when another worker has taken it over, or it has ended: stop, and write nothing
 */
export async function lockClaimedExport(tx: Transaction, held: { exportId: string; claim: string }) {
  const found = await lockExport(tx, held.exportId);
  if (found.claim !== held.claim || found.status !== "RUNNING") throw new ConflictError("claim-lost");
  return found;
}
