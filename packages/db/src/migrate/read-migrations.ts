import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { migrationsFolder } from "../folder.ts";

export interface Migration {
  /** Folder name, `<timestamp>_<what>`: also the order. */
  name: string;
  sql: string;
  /** As Prisma has it: SHA-256 of the file, in hex. */
  checksum: string;
}

/** All migrations of a folder in the order in which they apply. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
