import { listReleasedModels, type StoreContext } from "@diaphane/core";
import type { CardFacts } from "@/features/gallery/card/card-facts.ts";
import { readCardFacts } from "./read-card-facts.ts";

/** Beside one another on a page; of more, the newest. */
const mostSiblings = 8;

/** Released models that learned from the same data as this one, which is among them. */
export async function readSiblings(ctx: StoreContext, facts: CardFacts): Promise<CardFacts[]> {
  const { contentHash } = facts.version.datasetVersion;
  const released = await listReleasedModels(ctx, { limit: 100 });
  const others = released.filter(
    ({ id, versions }) => id !== facts.model.id && versions[0]?.datasetVersion.contentHash === contentHash,
  );
  const read = others.slice(0, mostSiblings - 1).map((model) => readCardFacts(ctx, model));
  return [facts, ...(await Promise.all(read))];
}
