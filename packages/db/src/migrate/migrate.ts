import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { withConnection } from "../embedded/connect.ts";
import { DatabaseError } from "../embedded/database-error.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";

/** The advisory lock that `prisma migrate deploy` takes: ours and Prisma's never run at once. */
const prismaMigrateLock = 72707369;

/** Prisma's own table, column for column, so that either tool can go on where the other stopped. */
const recordTable = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings the database at `url` to the newest migration; each is applied wholly or not at all. Safe to call from
 * several processes at once.
 *
 * @returns the names of the migrations that were applied now
 * @throws DatabaseError when a migration fails, was changed after it was applied, or is unknown here
 */
export async function migrate(url: string, migrations?: Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  return await withConnection(url, async (client) => {
    // Held by the session; closing the connection lets go of it.
    await client.query("SELECT pg_advisory_lock($1)", [prismaMigrateLock]);
    await client.query(recordTable);
    const applied = await readApplied(client);
    const pending = wanted.filter((migration) => !isApplied(migration, applied));
    const unknown = [...applied.keys()].filter((name) => !wanted.some((migration) => migration.name === name));
    if (unknown.length > 0) {
      throw new DatabaseError(
        `The database was used by a newer Diaphane: it has migrations that this one lacks (${unknown.join(", ")}). ` +
          "Update Diaphane, or use another database.",
      );
    }
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  });
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const failed = rows.find((row) => !row.finished);
  if (failed) {
    throw new DatabaseError(
      `Migration ${failed.name} failed half-way when Prisma applied it. Repair the database, then tell Prisma: ` +
        `npx prisma migrate resolve --applied ${failed.name} (or --rolled-back).`,
    );
  }
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function isApplied(migration: Migration, applied: Map<string, string>): boolean {
  const checksum = applied.get(migration.name);
  if (checksum !== undefined && checksum !== migration.checksum) {
    throw new DatabaseError(
      `Migration ${migration.name} was changed after it had been applied to this database. ` +
        "Restore its migration.sql and put the change into a new migration (npm run migration -- <name>).",
    );
  }
  return checksum !== undefined;
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(`Migration ${name} failed and was undone: ${why}`, { cause });
  }
}
