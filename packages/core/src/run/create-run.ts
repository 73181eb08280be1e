import type { Database, Transaction } from "@diaphane/db";
import { enqueue } from "../jobs/enqueue.ts";
import type { JsonObject } from "../schemas.ts";
import { findFreeSlug } from "../slugify.ts";

export interface NewRun {
  groupId: string;
  datasetVersionId: string;
  modelName: string;
  config: JsonObject;
  seed: number;
  createdBy: string;
  isDemo: boolean;
}

/** Makes a run and its job, and the model when the group has none of that name. */
export async function createRun(db: Database, tx: Transaction, run: NewRun): Promise<{ id: string; modelId: string }> {
  const { groupId, modelName, ...data } = run;
  const modelId = await getOrCreateModel(tx, groupId, modelName);
  const { id } = await tx.trainingRun.create({ data: { ...data, modelId } });
  await enqueue(db, tx, { name: "train-model", payload: { runId: id } });
  return { id, modelId };
}

async function getOrCreateModel(tx: Transaction, groupId: string, name: string): Promise<string> {
  const key = { groupId_name: { groupId, name } };
  const model = await tx.model.findUnique({ where: key, select: { id: true } });
  if (model) return model.id;
  const slug = await findFreeSlug(name, "model", async (slug) => (await tx.model.count({ where: { slug } })) > 0);
  const made = await tx.model.create({ data: { groupId, name, slug }, select: { id: true } });
  return made.id;
}
