import type { Transaction } from "@diaphane/db";
import { databaseTime, heldPlaces } from "./held-places.ts";

interface Wanted {
  taskId: string;
  userId: string;
  leaseMinutes: number;
  limit: number;
}

/**
 * Leases a person images of a task that they never had and that have a place left, in the task's order. An image whose row somebody else
 * has locked right now is passed over rather than waited for.
 *
 * @returns the ids of the new assignments, at most `limit`
 */
export async function leaseNewImages(
  tx: Transaction,
  { taskId, userId, leaseMinutes, limit }: Wanted,
): Promise<string[]> {
  const leased: string[] = [];
  while (leased.length < limit) {
    const missing = limit - leased.length;
    const candidates = await tx.$queryRaw<{ sampleIndex: number }[]>`
      SELECT i.sample_index AS "sampleIndex" FROM task_images i
      WHERE i.task_id = ${taskId} AND i.is_open AND ${heldPlaces()} < i.wanted
        AND NOT EXISTS (
          SELECT FROM assignments own
          WHERE own.task_id = i.task_id AND own.sample_index = i.sample_index AND own.annotator_id = ${userId})
      ORDER BY i.priority DESC, i.position LIMIT ${missing} FOR UPDATE OF i SKIP LOCKED`;
    // Counted again now that the rows are locked: somebody may have taken a place between the count above and the lock.
    const inserted = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO assignments (id, task_id, sample_index, annotator_id, leased_until)
      SELECT gen_random_uuid()::text, i.task_id, i.sample_index, ${userId},
        ${databaseTime} + make_interval(mins => ${leaseMinutes}::int)
      FROM task_images i
      WHERE i.task_id = ${taskId} AND i.sample_index = ANY (${candidates.map(({ sampleIndex }) => sampleIndex)}::int[])
        AND i.is_open AND ${heldPlaces()} < i.wanted
      RETURNING id`;
    leased.push(...inserted.map(({ id }) => id));
    if (candidates.length < missing) break;
  }
  return leased;
}
