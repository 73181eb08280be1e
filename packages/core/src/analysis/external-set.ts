import type { Transaction } from "@diaphane/db";
import { InvalidInputError, NotFoundError } from "../errors.ts";
import type { AnalysisRequest } from "../schemas.ts";

/** The data from elsewhere that a request names; nothing where it names none. */
function externalOf(request: AnalysisRequest): { datasetVersionId: string; attributes: string[] } | null {
  if (request.kind !== "PRESET" || request.externalDatasetVersionId === undefined) return null;
  return { datasetVersionId: request.externalDatasetVersionId, attributes: request.attributes };
}

/**
 * Holds the external data of a request against what it is to be compared with.
 *
 * @param of the data that the preset is made on, of the same group
 * @returns the external version, null where none is asked for
 * @throws NotFoundError; InvalidInputError `external-same-set`, `external-other-classes`, `external-no-attribute`
 */
export async function checkExternalData(
  tx: Transaction,
  of: { groupId: string; datasetVersionId: string },
  request: AnalysisRequest,
): Promise<string | null> {
  const external = externalOf(request);
  if (!external) return null;
  const select = { datasetId: true, classes: true, dataset: { select: { name: true } } } as const;
  const find = (id: string) => tx.datasetVersion.findFirst({ where: { id, dataset: { groupId: of.groupId } }, select });
  const [own, other] = [await find(of.datasetVersionId), await find(external.datasetVersionId)];
  if (!own || !other) throw new NotFoundError("dataset-version");
  const { name } = other.dataset;
  // Versions of one set share images, which are then not from elsewhere.
  if (own.datasetId === other.datasetId) throw new InvalidInputError("external-same-set", { name });
  if (JSON.stringify(own.classes) !== JSON.stringify(other.classes)) {
    const classes = { expected: own.classes.join(", "), found: other.classes.join(", ") };
    throw new InvalidInputError("external-other-classes", { name, ...classes });
  }
  for (const attribute of external.attributes) {
    const where = { datasetVersionId_name: { datasetVersionId: external.datasetVersionId, name: attribute } };
    const found = await tx.attribute.findUnique({ where, select: { name: true } });
    if (!found) throw new InvalidInputError("external-no-attribute", { name, attribute });
  }
  return external.datasetVersionId;
}

/** The codes of a request's external data under the same model version: made when it was queued. */
export async function findExternalSet(
  tx: Pick<Transaction, "latentSet">,
  modelVersionId: string,
  request: AnalysisRequest,
) {
  const external = externalOf(request);
  if (!external) return null;
  const { datasetVersionId } = external;
  return await tx.latentSet.findUniqueOrThrow({
    where: { modelVersionId_datasetVersionId: { modelVersionId, datasetVersionId } },
  });
}
