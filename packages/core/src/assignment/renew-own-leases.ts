import { Prisma, type Transaction } from "@diaphane/db";
import { databaseTime, heldPlaces } from "./held-places.ts";

interface Renewal {
  taskId: string;
  userId: string;
  leaseMinutes: number;
  limit: number;
}

/**
 * Begins the leases of a person's unfinished images anew: of those that are theirs still, and of those whose lease ran out without
 * anybody else taking their place.
 *
 * @returns the ids of the assignments that are in hand
 */
export async function renewOwnLeases(
  tx: Transaction,
  { taskId, userId, leaseMinutes, limit }: Renewal,
): Promise<string[]> {
  const mine = Prisma.sql`a.task_id = ${taskId} AND a.annotator_id = ${userId} AND a.done_at IS NULL`;
  await tx.$executeRaw`
    SELECT i.sample_index FROM task_images i JOIN assignments a USING (task_id, sample_index)
    WHERE ${mine} ORDER BY i.sample_index FOR UPDATE OF i`;
  // A statement of its own: it sees what was committed while the first one waited for its locks.
  const renewed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE assignments SET leased_until = ${databaseTime} + make_interval(mins => ${leaseMinutes}::int)
    WHERE id IN (
      SELECT a.id FROM assignments a JOIN task_images i USING (task_id, sample_index)
      WHERE ${mine} AND ${heldPlaces(Prisma.sql`a.id`)} < i.wanted
      ORDER BY i.priority DESC, i.position LIMIT ${limit})
    RETURNING id`;
  return renewed.map(({ id }) => id);
}
