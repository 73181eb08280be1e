import { migrate } from "@diaphane/db";
import { PgBoss } from "pg-boss";
import { collectionSchedule, queueNames, queueOptions } from "./queues.ts";

/** Brings a database to where this Diaphane can use it: its own tables, then the job queue's tables and queues. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url);
  await prepareQueues(url);
}

/** Makes the queues; those that are there take the present settings. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    supervise: false,
    schedule: false,
    registerInstance: false,
    max: 2,
  });
  const errors: Error[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  try {
    for (const name of queueNames) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, queueOptions);
      else await boss.createQueue(name, queueOptions);
    }
    await boss.schedule("collect-artifacts", collectionSchedule, {});
  } finally {
    await boss.stop({ graceful: false });
  }
  if (errors[0]) throw errors[0];
}
