// `npm run migration -- <name>`: writes the migration that leads from the last one to what prisma/schema says now.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../embedded/start.ts";
import { migrationsFolder } from "../folder.ts";
import { migrate } from "./migrate.ts";
import { diffToSchema } from "./schema-engine.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error("Name the migration in lower case, for example: npm run migration -- add_review_notes");
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), "diaphane-migration-"));
const server = await startEmbeddedPostgres({ folder, settings: ["fsync=off"] });
try {
  await migrate(server.url);
  const sql = await diffToSchema(server.url);
  if (sql) {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const target = path.join(migrationsFolder, `${stamp}_${name}`);
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, "migration.sql"), sql);
    console.log(`Written: ${path.relative(process.cwd(), target)}/migration.sql. Read it before you commit it.`);
  } else {
    console.log("The migrations already lead to prisma/schema: nothing to write.");
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
