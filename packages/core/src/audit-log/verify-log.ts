import type { Database } from "@diaphane/db";
import { z } from "zod";
import { findForgedReviews } from "../audit/review-signature.ts";
import { parseInput } from "../parse-input.ts";
import { auditHeads, verifyAuditChain } from "./verify-audit-chain.ts";

const notedHeads = z.object({
  chains: z.array(z.object({ chain: z.string(), sequence: z.int().min(1), hash: z.string() })),
});

export interface LogProblem {
  /** A group's id, or "platform". */
  chain: string;
  /** Of the first event that is not as it was written; null when it is no event. */
  sequence: number | null;
  /** Which event or review, in words for whoever operates the platform. */
  found: string;
}

export interface LogVerdict {
  chains: number;
  events: number;
  problems: LogProblem[];
}

/**
 * Checks every chain of the audit log and every signed review against it. For whoever has the database itself: nobody is
 * asked for. With `noted`, an answer of the public address `/api/log` of before, also that nothing was rewritten since: events
 * that were there then are there now, with the same hashes.
 */
export async function verifyLog(db: Database, noted?: unknown): Promise<LogVerdict> {
  const known = await db.auditEvent.findMany({ distinct: ["chain"], select: { chain: true } });
  const heads = await auditHeads(db);
  const before = noted === undefined ? [] : parseInput(notedHeads, noted).chains;
  const chains = [...new Set([...known, ...heads, ...before].map(({ chain }) => chain))].sort();
  const verdict: LogVerdict = { chains: chains.length, events: 0, problems: [] };
  for (const chain of chains) {
    const found = await verifyAuditChain(db, chain);
    if (found.isIntact) verdict.events += found.events;
    else {
      const { firstBadSequence: sequence } = found;
      verdict.problems.push({ chain, sequence, found: `event ${sequence} was changed, removed or added` });
    }
  }
  for (const { chain, sequence, hash } of before) {
    const event = await db.auditEvent.findUnique({ where: { chain_sequence: { chain, sequence } } });
    if (event?.hash === hash) continue;
    verdict.problems.push({ chain, sequence, found: `event ${sequence} is not the one whose hash was noted` });
  }
  for (const { chain, auditId, revisionNumber } of await findForgedReviews(db)) {
    const found = `the review of revision ${revisionNumber} of audit ${auditId} is not the one that was signed`;
    verdict.problems.push({ chain, sequence: null, found });
  }
  return verdict;
}
