import type { Transaction } from "@diaphane/db";
import { InvalidInputError, NotFoundError } from "../errors.ts";

/** Named in the message, so that somebody can look them up. */
const firstOnes = 5;

/**
 * The version that a training is to start from; undefined for none. Its data, and that of the versions before it, are compared with
 * what the new model will be scored on: by subject here, within a data set, as ids mean nothing outside of it; by image in the trainer.
 *
 * @throws NotFoundError `model-version`; InvalidInputError `subject-overlap`
 */
export async function findParentOrThrow(
  tx: Transaction,
  { parentId, groupId, datasetVersionId }: { parentId: string | undefined; groupId: string; datasetVersionId: string },
): Promise<{ parentId: string; parentHash: string } | undefined> {
  if (parentId === undefined) return undefined;
  const parent = await tx.modelVersion.findFirst({
    where: { id: parentId, model: { groupId } },
    select: { bundleHash: true },
  });
  if (!parent) throw new NotFoundError("model-version");
  const both = await findSharedSubjects(tx, parentId, datasetVersionId);
  if (both.length > 0) {
    throw new InvalidInputError("subject-overlap", { count: both.length, first: both.slice(0, firstOnes).join(", ") });
  }
  return { parentId, parentHash: parent.bundleHash };
}

/** Subjects of the validation or test images whom the version, or one before it, was trained on as a part of the same data set. */
async function findSharedSubjects(tx: Transaction, parentId: string, datasetVersionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ subject: string }[]>`
    WITH RECURSIVE lineage AS (
      SELECT id, parent_id, dataset_version_id FROM model_versions WHERE id = ${parentId}
      UNION
      SELECT m.id, m.parent_id, m.dataset_version_id FROM model_versions m JOIN lineage l ON m.id = l.parent_id
    ), learned AS (
      SELECT DISTINCT v.id FROM dataset_versions v
      WHERE v.id IN (
        SELECT dataset_version_id FROM lineage
        UNION
        SELECT s.dataset_version_id FROM lineage l
        JOIN training_runs r ON r.model_version_id = l.id
        JOIN pretraining_sets s ON s.run_id = r.id
      ) AND v.dataset_id = (SELECT dataset_id FROM dataset_versions WHERE id = ${datasetVersionId})
    )
    SELECT DISTINCT scored.subject FROM samples scored
    WHERE scored.dataset_version_id = ${datasetVersionId} AND scored.split <> 'TRAIN' AND scored.subject IS NOT NULL
      AND EXISTS (
        SELECT 1 FROM learned l JOIN samples s ON s.dataset_version_id = l.id
        WHERE s.split = 'TRAIN' AND s.subject = scored.subject
      )
    ORDER BY scored.subject`;
  return rows.map(({ subject }) => subject);
}
