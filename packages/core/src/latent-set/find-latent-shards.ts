import type { Transaction } from "@diaphane/db";

/** Where the codes of a latent set lie in the store, in order. The caller has checked that they may be seen. */
export async function findLatentShards(tx: Pick<Transaction, "latentShard">, latentSetId: string) {
  return await tx.latentShard.findMany({
    where: { latentSetId },
    select: { sha256: true, firstIndex: true, count: true },
    orderBy: { firstIndex: "asc" },
  });
}
