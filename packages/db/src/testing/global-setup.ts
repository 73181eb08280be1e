import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { withConnection } from "../embedded/connect.ts";
import { startEmbeddedPostgres } from "../embedded/start.ts";
import { migrate } from "../migrate/migrate.ts";
import { databaseUrl, templateName } from "./database-url.ts";

/**
 * Starts the tests' own PostgreSQL (or takes the server at `TEST_DATABASE_URL`, whose user may create databases) and
 * makes the template: one migrated database, of which every suite gets a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  await withConnection(server.url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${templateName}`);
  });
  await migrate(databaseUrl(server.url, templateName));
  project.provide("databaseAdminUrl", server.url);
  return server.stop;
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-test-"));
  // The data is thrown away: losing it in a power cut is no loss, and not syncing is many times faster.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];
  const server = await startEmbeddedPostgres({ folder, settings });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
