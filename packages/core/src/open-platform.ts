import path from "node:path";
import { pathToFileURL } from "node:url";
import { openStore, type Store } from "@diaphane/data";
import { createDatabase, type Database, homeFolder, openDatabase } from "@diaphane/db";
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
  const [database, store] = await Promise.all([
    openDatabase(),
    openStore(process.env["STORE_URL"] ?? pathToFileURL(path.join(homeFolder(), "store")).href),
  ]);
  if (options.prepares) await prepareDatabase(database.url);
  const db = createDatabase(database.url);
  const close = async () => {
    await db.$disconnect();
    await database.stop();
  };
  return { db, store, url: database.url, close };
}
