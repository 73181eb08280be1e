import type { ArtifactKind, Transaction } from "@diaphane/db";

/**
 * Writes down that somebody stores these files, or refers to them: for a while from now nobody collects them. The same
 * content may come again, under another kind too: the first stays. Waits for whoever is collecting one of them.
 */
export async function recordArtifact(
  tx: Pick<Transaction, "$executeRaw">,
  ...artifacts: { sha256: string; sizeBytes: number; kind: ArtifactKind }[]
): Promise<void> {
  // In the order of their hashes, so that no two writers wait for each other.
  await tx.$executeRaw`
    INSERT INTO artifacts (sha256, size_bytes, kind, stored_at)
    SELECT DISTINCT ON (sha256) sha256, "sizeBytes", kind, now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(artifacts)}::jsonb) AS row (sha256 text, "sizeBytes" bigint, kind artifact_kind)
    ORDER BY sha256
    ON CONFLICT (sha256) DO UPDATE SET
      stored_at = EXCLUDED.stored_at,
      kind = CASE artifacts.kind WHEN 'UNKNOWN' THEN EXCLUDED.kind ELSE artifacts.kind END`;
}
