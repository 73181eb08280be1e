import type { Transaction } from "@diaphane/db";
import { auditHash, chainStart } from "./audit-hash.ts";

export type ChainVerdict = { isIntact: true; events: number } | { isIntact: false; firstBadSequence: number };

const batchSize = 1000;

/** The last event of every chain, in the order of their names. */
export async function auditHeads(tx: Pick<Transaction, "auditHead">) {
  return await tx.auditHead.findMany({ orderBy: { chain: "asc" } });
}

/**
 * Recomputes a chain from its start. Any event that was changed, removed, added or reordered shows, and so does a head that is
 * not the last event's. Who rewrites the whole rest of a chain and its head is found by a head that somebody noted before
 * (`verifyLog`).
 */
export async function verifyAuditChain(
  tx: Pick<Transaction, "auditEvent" | "auditHead">,
  chain: string,
): Promise<ChainVerdict> {
  // Before the events: what is appended in the meantime comes after it.
  const head = await tx.auditHead.findUnique({ where: { chain } });
  let previousHash = chainStart;
  let sequence = 0;
  for (;;) {
    const where = { chain, sequence: { gt: sequence } };
    const events = await tx.auditEvent.findMany({ where, orderBy: { sequence: "asc" }, take: batchSize });
    for (const event of events) {
      sequence += 1;
      const isNext = event.sequence === sequence && event.previousHash === previousHash;
      if (!isNext || auditHash(event) !== event.hash) return { isIntact: false, firstBadSequence: sequence };
      previousHash = event.hash;
      if (sequence === head?.sequence && event.hash !== head.hash)
        return { isIntact: false, firstBadSequence: sequence };
    }
    if (events.length < batchSize) {
      const isWhole = head ? head.sequence <= sequence : sequence === 0 || (await hasHead(tx, chain));
      return isWhole ? { isIntact: true, events: sequence } : { isIntact: false, firstBadSequence: sequence + 1 };
    }
  }
}

/** A chain's first event and its head may have come just now. */
async function hasHead(tx: Pick<Transaction, "auditHead">, chain: string): Promise<boolean> {
  return (await tx.auditHead.count({ where: { chain } })) > 0;
}
