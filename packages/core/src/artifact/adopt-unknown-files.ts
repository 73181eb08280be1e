import type { StoredFile } from "@diaphane/data";
import type { StoreContext } from "../context.ts";

const filesAtOnce = 1000;

/**
 * Gives a row to every file in the store that has none, so that it is collected like any other, only later: it may be that
 * the database is not the one that belongs to the store.
 *
 * @returns how many there were
 */
export async function adoptUnknownFiles({ db, store }: StoreContext): Promise<number> {
  let adopted = 0;
  let batch: StoredFile[] = [];
  const adopt = async () => {
    adopted += await db.$executeRaw`
      INSERT INTO artifacts (sha256, size_bytes, kind, stored_at)
      SELECT sha256, "sizeBytes", 'UNKNOWN', now() AT TIME ZONE 'UTC'
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS row (sha256 text, "sizeBytes" bigint)
      ON CONFLICT (sha256) DO NOTHING`;
    batch = [];
  };
  for await (const file of store.list()) {
    batch.push(file);
    if (batch.length === filesAtOnce) await adopt();
  }
  if (batch.length > 0) await adopt();
  return adopted;
}
