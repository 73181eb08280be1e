import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";

/** A connected database. Disconnect it (`$disconnect`) when done. */
export type Database = PrismaClient;

/** What a query may run on: the database itself, or a transaction of it. */
export type Transaction = Prisma.TransactionClient;

// A bundler may load this module more than once in one process, and a database of one copy reaches another: the table of
// pools belongs to the process.
const shared = globalThis as { diaphanePools?: WeakMap<Database, Pool> };
shared.diaphanePools ??= new WeakMap();
const pools = shared.diaphanePools;

/** The pool of connections beneath a database, for a library that speaks SQL itself. Ends with `$disconnect`. */
export function connectionPool(db: Database): Pool {
  const pool = pools.get(db);
  if (!pool) throw new Error("connectionPool knows the databases of createDatabase only: pass it one of those");
  return pool;
}

/** Opens a pool of connections to the PostgreSQL at `url`; connects at the first query. */
export function createDatabase(url: string, options: { maxConnections?: number } = {}): Database {
  const pool = new Pool({ connectionString: url, max: options.maxConnections ?? 10 });
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    // A dataset version's samples are written in one transaction: a hundred thousand rows take longer than Prisma's 5 s.
    transactionOptions: { maxWait: 15_000, timeout: 120_000 },
  });
  pools.set(db, pool);
  return db;
}
