import path from "node:path";
import { startEmbeddedPostgres } from "./embedded/start.ts";
import { homeFolder } from "./folder.ts";

/** The PostgreSQL that Diaphane uses: yours (`DATABASE_URL`) or its own. */
export interface OpenDatabase {
  url: string;
  isEmbedded: boolean;
  /** Stops an embedded server that this process started; else does nothing. */
  stop(): Promise<void>;
}

/**
 * Resolves `DATABASE_URL`, or starts (or joins) the embedded PostgreSQL when it is unset. The embedded server keeps its
 * data in `postgres/` of the home folder. Whoever started it stops it: with `stop`, at the
 * latest when the process ends.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const url = process.env["DATABASE_URL"];
  if (url) return { url, isEmbedded: false, stop: async () => undefined };
  const server = await startEmbeddedPostgres({ folder: path.join(homeFolder(), "postgres") });
  return { url: server.url, isEmbedded: true, stop: server.stop };
}
