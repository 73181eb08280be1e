import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "../client.ts";
import { withConnection } from "../embedded/connect.ts";
import { databaseUrl, templateName } from "./database-url.ts";

export interface TestDatabase {
  db: Database;
  url: string;
  /** Ends all connections and lets none in, as a restart of the server does; resolves with what lets them in again. */
  cutOff(): Promise<() => Promise<void>>;
  /** Disconnects and drops the database. */
  drop(): Promise<void>;
}

/** A template made from the migrated one by what a package needs on top (a job queue's tables, say). */
export interface TestTemplate {
  name: string;
  prepare(url: string): Promise<void>;
}

/** One maker of copies at a time: PostgreSQL refuses to copy a database that somebody is connected to. */
const copyLock = 4_103_287;

/** A migrated, empty database for one suite: a copy of the template, which takes some 30 ms. */
export async function createTestDatabase(template?: TestTemplate): Promise<TestDatabase> {
  const adminUrl = inject("databaseAdminUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withConnection(adminUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [copyLock]);
    if (template) {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template.name]);
      if (rowCount === 0) {
        const draft = `${template.name}_draft`;
        await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${draft} TEMPLATE ${templateName}`);
        await template.prepare(databaseUrl(adminUrl, draft));
        await client.query(`ALTER DATABASE ${draft} RENAME TO ${template.name}`);
      }
    }
    // FILE_COPY beats the default (WAL_LOG) here, where nothing is synced to disk.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template?.name ?? templateName} STRATEGY FILE_COPY`);
  });
  const url = databaseUrl(adminUrl, name);
  const db = createDatabase(url, { maxConnections: 8 });
  const cutOff = async () => {
    const allow = (is: boolean) =>
      withConnection(adminUrl, async (client) => {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${is}`);
        if (!is)
          await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
      });
    await allow(false);
    return () => allow(true);
  };
  const drop = async () => {
    await db.$disconnect();
    await withConnection(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { db, url, cutOff, drop };
}
