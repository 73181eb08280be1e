import { Prisma } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { appendAuditEvent, platformChain } from "../audit-log/append-audit-event.ts";
import type { StoreContext } from "../context.ts";
import { expireExports } from "../export/expire-exports.ts";
import { parseInput } from "../parse-input.ts";
import { collectArtifactsInput } from "../schemas.ts";
import { expireUploads } from "../upload/expire-uploads.ts";
import { adoptUnknownFiles } from "./adopt-unknown-files.ts";
import { keptForMinutes } from "./kept-for.ts";
import { removeUnreferenced } from "./remove-unreferenced.ts";

export interface Collected {
  artifacts: number;
  bytes: number;
  /** Files that no row told of, found just now: they are deleted a day after they were found. */
  unknownFiles: number;
  expiredUploads: number;
}

const atOnce = 100;
const timeoutMs = 5 * 60_000;
const unknownKeptForMinutes = 24 * 60;

/**
 * Whoever stores a file refers to it well within the hour. Only an import takes longer: while one runs, nothing is old
 * that was stored since it began. Times are the database's, the hour bears a clock of the import's worker that is off.
 */
const isOld = Prisma.sql`
  artifact.stored_at <
    least(now() AT TIME ZONE 'UTC', (SELECT min(started_at) FROM imports WHERE status = 'RUNNING'))
    - CASE kind WHEN 'UNKNOWN' THEN ${unknownKeptForMinutes}::int ELSE ${keptForMinutes}::int END * interval '1 minute'`;

/**
 * Deletes the files in the store that no row refers to any more: of deleted data sets, of uploads that were deleted or
 * came to nothing, of failed imports and ended runs, and what a crash left. The audit log says which are gone.
 */
export async function collectArtifacts(ctx: StoreContext, input: unknown): Promise<Collected> {
  requireWorker(ctx.actor);
  parseInput(collectArtifactsInput, input);
  const expiredUploads = await expireUploads(ctx);
  await expireExports(ctx);
  const collected = { artifacts: 0, bytes: 0, unknownFiles: await adoptUnknownFiles(ctx), expiredUploads };
  let count: number;
  do {
    const batch = await collectBatch(ctx);
    count = batch.artifacts;
    collected.artifacts += count;
    collected.bytes += batch.bytes;
  } while (count === atOnce);
  return collected;
}

async function collectBatch({ db, store }: StoreContext): Promise<{ artifacts: number; bytes: number }> {
  return await db.$transaction(
    async (tx) => {
      const removed = await removeUnreferenced(tx, store, { which: isOld, limit: atOnce });
      const [first] = removed;
      const bytes = removed.reduce((sum, { sizeBytes }) => sum + Number(sizeBytes), 0);
      if (first) {
        const event = { chain: platformChain, action: "artifact.collect", actorId: null, subjectType: "artifact" };
        const data = { bytes, sha256: removed.map(({ sha256 }) => sha256) };
        await appendAuditEvent(tx, { ...event, subjectId: first.sha256, data });
      }
      return { artifacts: removed.length, bytes };
    },
    { timeout: timeoutMs },
  );
}
