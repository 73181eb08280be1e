import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { migrationsFolder, schemaFolder } from "../folder.ts";
import { catalogAdapter } from "./catalog-adapter.ts";
import { readMigrations } from "./read-migrations.ts";

type Bindings = typeof import("@prisma/schema-engine-wasm");
type SchemaEngine = Awaited<ReturnType<Bindings["SchemaEngine"]["new"]>>;

/** Loaded once: the bindings keep views of one instance's memory. */
let bindings: Promise<Bindings> | undefined;

/** The package's main file imports the .wasm as a module, which Node doesn't take without a flag: wired by hand. */
async function loadBindings(): Promise<Bindings> {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const loaded = await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href);
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": loaded });
  loaded.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return loaded;
}

const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Runs `action` with Prisma's official schema engine, as WebAssembly: the same engine as the `prisma` program's, without
 * its download. It looks at the database at `url`.
 */
async function withSchemaEngine<T>(url: string, action: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const catalog = catalogAdapter(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(catalog.factory);
  const datamodels = (await readSchema()).map((file): [string, string] => [file.path, file.content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await action(engine);
  } finally {
    engine.free();
    await catalog.close();
  }
}

async function readSchema(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  const files = names.map((name) => path.join(schemaFolder, name));
  return await Promise.all(files.map(async (file) => ({ path: file, content: await readFile(file, "utf8") })));
}

/** The SQL that turns the database at `url` into what prisma/schema says; empty when it is that already. */
export async function diffToSchema(url: string): Promise<string> {
  const files = await readSchema();
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  );
  const sql = stdout ?? "";
  return /^\s*(-- This is an empty migration\.\s*)?$/.test(sql) ? "" : sql;
}

/** What Prisma makes of the migrations recorded in the database at `url`: nothing to say when all three are empty. */
export async function diagnoseHistory(url: string): Promise<{ edited: string[]; failed: string[]; history: unknown }> {
  const migrations = await readMigrations();
  const migrationsList: MigrationList = {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  const found = await withSchemaEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilter }),
  );
  return { edited: found.editedMigrationNames, failed: found.failedMigrationNames, history: found.history };
}
