import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { ConflictError, NotFoundError } from "../errors.ts";

/** A derived attribute of one of the user's groups in which the user may name some. Throws like `requireScope`. */
export async function findDerivedAttributeOrThrow(tx: Transaction, userId: string, attributeId: string) {
  await tx.$executeRaw`SELECT id FROM derived_attributes WHERE id = ${attributeId} FOR UPDATE`;
  const found = await tx.derivedAttribute.findFirst({
    where: { id: attributeId, removedAt: null, datasetVersion: { dataset: { group: memberOf(userId) } } },
    select: { id: true, name: true, datasetVersionId: true, datasetVersion: { select: { dataset: true } } },
  });
  if (!found) throw new NotFoundError("attribute");
  const { groupId } = found.datasetVersion.dataset;
  await requireScope(tx, { userId, groupId, scope: "attribute:derive", entity: "attribute" });
  return { ...found, groupId };
}

/** Whether an analysis of that data set version was asked for by that name: reports and presets are told apart by it. */
export async function isAttributeUsed(
  tx: Pick<Transaction, "analysis">,
  { name, datasetVersionId }: { name: string; datasetVersionId: string },
): Promise<boolean> {
  const named = [
    { parameters: { path: ["attributes"], array_contains: [name] } },
    { parameters: { path: ["attribute"], equals: name } },
  ];
  return (await tx.analysis.count({ where: { latentSet: { datasetVersionId }, OR: named } })) > 0;
}

/** @throws ConflictError `attribute-name-taken` by one of the version's own or by another one that was named */
export async function requireFreeName(
  tx: Pick<Transaction, "attribute" | "derivedAttribute">,
  of: { name: string; datasetVersionId: string },
): Promise<void> {
  const taken = (await tx.attribute.count({ where: of })) + (await tx.derivedAttribute.count({ where: of }));
  if (taken > 0) throw new ConflictError("attribute-name-taken", { name: of.name });
}
