import type { Database, Transaction } from "@diaphane/db";
import { getOrCreateModel } from "../model/get-or-create-model.ts";
import { type QueuedRun, queueRun } from "./queue-run.ts";

export interface NewRun extends Omit<QueuedRun, "modelId"> {
  groupId: string;
  modelName: string;
}

/** Makes a run and its job, and the model when the group has none of that name. */
export async function createRun(db: Database, tx: Transaction, run: NewRun): Promise<{ id: string; modelId: string }> {
  const { groupId, modelName, ...data } = run;
  const modelId = await getOrCreateModel(tx, groupId, modelName);
  return { id: await queueRun(db, tx, { ...data, modelId }), modelId };
}
