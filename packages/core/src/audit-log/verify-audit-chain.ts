import type { Transaction } from "@diaphane/db";
import { auditHash, chainStart } from "./audit-hash.ts";

export type ChainVerdict = { isIntact: true; events: number } | { isIntact: false; firstBadSequence: number };

const batchSize = 1000;

/** Recomputes a chain from its start. Any event that was changed, removed (but at the end), added or reordered shows. */
export async function verifyAuditChain(tx: Pick<Transaction, "auditEvent">, chain: string): Promise<ChainVerdict> {
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
    }
    if (events.length < batchSize) return { isIntact: true, events: sequence };
  }
}
