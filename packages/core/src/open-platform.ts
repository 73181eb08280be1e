import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Store } from "@diaphane/data";
import { createDatabase, type Database, homeFolder, openDatabase } from "@diaphane/db";
import { openArtifactStore } from "./artifact/open-artifact-store.ts";
import { prepareDatabase } from "./jobs/prepare-database.ts";

/** What a process works on: the database and the artifact store. */
export interface Platform {
  db: Database;
  store: Store;
  /** Of the database: the job queue connects by itself. */
  url: string;
  /** Disconnects, and stops an embedded server that this process started. */
  close(): Promise<void>;
}

/**
 * Connects to the database of `DATABASE_URL` or to the embedded one (which is started where none runs), and to the store of
 * `STORE_URL` or the local one. The tables must be there (`prepareDatabase` makes them) unless `prepares` asks for it here.
 */
export async function openPlatform(options: { prepares?: boolean } = {}): Promise<Platform> {
  const database = await openDatabase();
  if (options.prepares) await prepareDatabase(database.url);
  const db = createDatabase(database.url);
  const storeUrl = process.env["STORE_URL"] ?? pathToFileURL(path.join(homeFolder(), "store")).href;
  const store = await openArtifactStore(storeUrl, db);
  const close = async () => {
    await db.$disconnect();
    await database.stop();
  };
  return { db, store, url: database.url, close };
}
