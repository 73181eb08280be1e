import type { Transaction } from "@diaphane/db";
import { findFreeSlug } from "../slugify.ts";

/** The id of the group's model of that name, which is made when there is none. */
export async function getOrCreateModel(tx: Transaction, groupId: string, name: string): Promise<string> {
  const key = { groupId_name: { groupId, name } };
  const model = await tx.model.findUnique({ where: key, select: { id: true } });
  if (model) return model.id;
  const slug = await findFreeSlug(name, "model", async (slug) => (await tx.model.count({ where: { slug } })) > 0);
  const made = await tx.model.create({ data: { groupId, name, slug }, select: { id: true } });
  return made.id;
}
