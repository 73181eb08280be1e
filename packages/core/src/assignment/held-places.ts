import { Prisma } from "@diaphane/db";

/** The database's clock, as columns keep time. It goes on within a transaction, which may have waited for a lock. */
export const databaseTime = Prisma.sql`(clock_timestamp() AT TIME ZONE 'UTC')`;

/**
 * How many of the places of image `i` (a row of `task_images`) are held: by whoever is done, and by whoever has it on a lease that has
 * not run out. Leaves out the assignment `except`.
 */
export function heldPlaces(except?: Prisma.Sql): Prisma.Sql {
  const others = except ? Prisma.sql`AND held.id <> ${except}` : Prisma.empty;
  return Prisma.sql`(
    SELECT count(*) FROM assignments held
    WHERE held.task_id = i.task_id AND held.sample_index = i.sample_index ${others}
      AND (held.done_at IS NOT NULL OR held.leased_until > ${databaseTime}))`;
}
