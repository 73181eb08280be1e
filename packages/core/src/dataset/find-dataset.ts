import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

/** A data set of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findDatasetOrThrow(tx: Transaction, asked: { userId: string; datasetId: string; scope: Scope }) {
  const { userId, datasetId, scope } = asked;
  const dataset = await tx.dataset.findFirst({
    where: { id: datasetId, group: memberOf(userId) },
    include: { group: { select: { id: true, slug: true, name: true } } },
  });
  if (!dataset) throw new NotFoundError("dataset");
  await requireScope(tx, { userId, groupId: dataset.groupId, scope, entity: "dataset" });
  return dataset;
}

/** A version of a data set that the user may see. Throws like `requireScope`. */
export async function findVersionOrThrow(tx: Transaction, userId: string, versionId: string) {
  return await findVersionForOrThrow(tx, { userId, versionId, scope: "dataset:read" });
}

/** A version of a data set of a group in which the user has `scope`. Throws like `requireScope`. */
export async function findVersionForOrThrow(
  tx: Transaction,
  { userId, versionId, scope }: { userId: string; versionId: string; scope: Scope },
) {
  const version = await tx.datasetVersion.findFirst({
    where: { id: versionId, dataset: { group: memberOf(userId) } },
    include: { dataset: true },
  });
  if (!version) throw new NotFoundError("dataset-version");
  await requireScope(tx, { userId, groupId: version.dataset.groupId, scope, entity: "dataset-version" });
  return version;
}
