export { connectionPool, createDatabase, type Database, type Transaction } from "./client.ts";
export { DatabaseError } from "./embedded/database-error.ts";
export { type EmbeddedOptions, type EmbeddedServer, startEmbeddedPostgres } from "./embedded/start.ts";
export { homeFolder } from "./folder.ts";
export * from "./generated/client.ts";
export { migrate } from "./migrate/migrate.ts";
export { type OpenDatabase, openDatabase } from "./open-database.ts";
