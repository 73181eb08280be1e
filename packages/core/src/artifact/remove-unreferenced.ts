import type { Store } from "@diaphane/data";
import { Prisma, type Transaction } from "@diaphane/db";

export interface RemovedArtifact {
  sha256: string;
  sizeBytes: bigint;
}

/**
 * Deletes files that no row refers to, then their rows. Holds the rows in the meantime, and `recordArtifact` waits for
 * them: who stores the same content now stores it after this, and who refers to it first is seen here. After a crash in
 * between the rows are still there, and the same is done again.
 *
 * @param which further condition on `artifact`, among it that nobody stored it lately: who has not referred to it yet
 * @returns what is gone, at most `limit`
 */
export async function removeUnreferenced(
  tx: Transaction,
  store: Store,
  { which, limit }: { which: Prisma.Sql; limit: number },
): Promise<RemovedArtifact[]> {
  const unreferenced = await tx.$queryRaw<RemovedArtifact[]>`
    SELECT sha256, size_bytes AS "sizeBytes" FROM artifacts artifact
    WHERE ${which}
      AND NOT EXISTS (SELECT FROM shards WHERE shards.sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM latent_shards WHERE latent_shards.sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM analyses WHERE result_sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM exports WHERE exports.sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM onnx_files WHERE onnx_files.sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM uploads WHERE uploads.sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM model_versions WHERE manifest_sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM model_versions WHERE weights_sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM model_versions WHERE seen_sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM audit_revisions WHERE report_hash = artifact.sha256 OR preset_hash = artifact.sha256)
      AND NOT EXISTS (SELECT FROM training_runs WHERE checkpoint_sha256 = artifact.sha256)
      AND NOT EXISTS (SELECT FROM run_events WHERE kind = 'reconstructions' AND data ->> 'sha256' = artifact.sha256)
    ORDER BY sha256 LIMIT ${limit}
    FOR UPDATE SKIP LOCKED`;
  for (const { sha256 } of unreferenced) await store.delete(sha256);
  const hashes = unreferenced.map(({ sha256 }) => sha256);
  if (hashes.length > 0) await tx.$executeRaw`DELETE FROM artifacts WHERE sha256 IN (${Prisma.join(hashes)})`;
  return unreferenced;
}
