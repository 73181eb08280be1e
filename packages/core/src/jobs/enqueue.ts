import { connectionPool, type Database, type Transaction } from "@diaphane/db";
import { fromPrisma, PgBoss, systemClock } from "pg-boss";
import { type JobPayload, type QueueName, queues } from "./queues.ts";

/**
 * One sender a database, over its connections. It only ever sends: without timers of its own there is nothing to stop, and
 * nothing that keeps a command from ending.
 */
const senders = new WeakMap<Database, Promise<PgBoss>>();

/**
 * Puts a job into a queue in the transaction `tx`: there is a job exactly if there is the row that it works on.
 * The database must have been prepared (`prepareDatabase`).
 */
export async function enqueue<Name extends QueueName>(
  db: Database,
  tx: Transaction,
  job: { name: Name; payload: JobPayload<Name> },
): Promise<void> {
  const sender = await getSender(db);
  await sender.send(job.name, queues[job.name].parse(job.payload), { db: fromPrisma(tx) });
}

function getSender(db: Database): Promise<PgBoss> {
  const known = senders.get(db);
  if (known) return known;
  const made = startSender(db);
  senders.set(db, made);
  // A start that failed (the database was away) is tried again with the next job.
  made.catch(() => senders.delete(db));
  return made;
}

async function startSender(db: Database): Promise<PgBoss> {
  const pool = connectionPool(db);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    clock: { ...systemClock, setInterval: () => undefined },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  return await boss.start();
}
