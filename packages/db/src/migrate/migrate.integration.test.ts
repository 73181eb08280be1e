import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withConnection } from "../embedded/connect.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrate } from "./migrate.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";
import { diagnoseHistory, diffToSchema } from "./schema-engine.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A migration after all real ones. */
function later(name: string, sql: string): Migration {
  return { name: `99990101000000_${name}`, sql, checksum: name.padEnd(64, "0") };
}

describe("migrate", () => {
  test("leads exactly to prisma/schema", async () => {
    expect(await diffToSchema(database.url)).toBe("");
  });

  test("leaves a history that Prisma's own engine takes for its own", async () => {
    expect(await diagnoseHistory(database.url)).toEqual({ edited: [], failed: [], history: null });
  });

  test("has nothing left to do the second time", async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  test("sees a drift", async () => {
    const copy = await createTestDatabase();
    await withConnection(copy.url, (client) => client.query("ALTER TABLE users DROP COLUMN locale"));
    expect(await diffToSchema(copy.url)).toContain('ADD COLUMN     "locale"');
    await copy.drop();
  });

  test("undoes a migration that fails", async () => {
    const broken = later("broken", "CREATE TABLE half_done (id int); SELECT nonsense");
    await expect(migrate(database.url, [...(await readMigrations()), broken])).rejects.toThrow(/was undone.*nonsense/);
    const table = await database.db.$queryRaw`SELECT to_regclass('half_done')::text AS name`;
    expect(table).toEqual([{ name: null }]);
  });

  test("refuses a migration that was changed after it had been applied, and a database newer than itself", async () => {
    const [first, ...others] = await readMigrations();
    if (!first) throw new Error("There is no migration");
    const edited = { ...first, checksum: "0".repeat(64) };
    await expect(migrate(database.url, [edited, ...others])).rejects.toThrow(/was changed after/);
    await expect(migrate(database.url, others)).rejects.toThrow(/used by a newer Diaphane/);
  });

  test("refuses to go on after a migration that Prisma applied half-way, and says how to go on", async () => {
    const copy = await createTestDatabase();
    const half = later("half", "SELECT 1");
    await withConnection(copy.url, (client) =>
      client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ('1', $1, $2, 'ERROR: disk full')`,
        [half.checksum, half.name],
      ),
    );
    const all = [...(await readMigrations()), half];
    await expect(migrate(copy.url, all)).rejects.toThrow(/99990101000000_half failed half-way.*migrate resolve/);
    // What `prisma migrate resolve --rolled-back` writes.
    const resolve = `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL`;
    await withConnection(copy.url, (client) => client.query(resolve));
    expect(await migrate(copy.url, all)).toEqual([half.name]);
    await copy.drop();
  });

  test("applies once when several processes start together", async () => {
    const copy = await createTestDatabase();
    const all = [...(await readMigrations()), later("once", "CREATE TABLE once (id int)")];
    const applied = await Promise.all([migrate(copy.url, all), migrate(copy.url, all), migrate(copy.url, all)]);
    expect(applied.flat()).toEqual(["99990101000000_once"]);
    await copy.drop();
  });
});
