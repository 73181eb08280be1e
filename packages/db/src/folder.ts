import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** Where everything that Diaphane keeps on this machine lies: `DIAPHANE_HOME`, else `.diaphane` in the repository. */
export function homeFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env["DIAPHANE_HOME"] ?? path.join(repository, ".diaphane"));
}

/** The folder of `<timestamp>_<name>/migration.sql` files. */
export const migrationsFolder = path.join(repository, "prisma", "migrations");

/** The folder of the Prisma schema, one file a domain. */
export const schemaFolder = path.join(repository, "prisma", "schema");
