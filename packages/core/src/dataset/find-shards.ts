import type { ShardKind, Transaction } from "@diaphane/db";

/** Where a version's images or masks lie in the store, in order. The caller has checked that they may be seen. */
export async function findShards(tx: Pick<Transaction, "shard">, datasetVersionId: string, kind: ShardKind) {
  return await tx.shard.findMany({
    where: { datasetVersionId, kind },
    select: { sha256: true, firstIndex: true, count: true },
    orderBy: { firstIndex: "asc" },
  });
}
