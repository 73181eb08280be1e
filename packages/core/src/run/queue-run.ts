import type { Database, Transaction } from "@diaphane/db";
import { enqueue } from "../jobs/enqueue.ts";
import type { JsonObject } from "../schemas.ts";

export interface QueuedRun {
  modelId: string;
  datasetVersionId: string;
  config: JsonObject;
  seed: number;
  createdBy: string;
  isDemo?: boolean;
  parentId?: string;
  sweepId?: string;
  sweepPosition?: number;
}

/** Makes a run of a model that is there, and the run's job. */
export async function queueRun(db: Database, tx: Transaction, run: QueuedRun): Promise<string> {
  const { id } = await tx.trainingRun.create({ data: run, select: { id: true } });
  await enqueue(db, tx, { name: "train-model", payload: { runId: id } });
  return id;
}
