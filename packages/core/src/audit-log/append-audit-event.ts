import type { Prisma, Transaction } from "@diaphane/db";
import { auditHash, chainStart } from "./audit-hash.ts";

/** The chain of what belongs to no group. */
export const platformChain = "platform";

export interface NewAuditEvent {
  /** A group's id, or `platformChain`. */
  chain: string;
  /** `entity.verb` */
  action: string;
  /** Null: a worker, or the platform itself. */
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  data?: Prisma.InputJsonObject;
}

/**
 * Adds an event to its chain. In the transaction of the write that it tells of: both happen or neither does. Writers of
 * one chain wait for each other here, so append last.
 */
export async function appendAuditEvent(tx: Transaction, event: NewAuditEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${event.chain}`}, 0))`;
  const last = await tx.auditHead.findUnique({ where: { chain: event.chain } });
  const unhashed = {
    ...event,
    // The database keeps JSON, not JavaScript: what is hashed must be what will be read.
    data: JSON.parse(JSON.stringify(event.data ?? {})),
    sequence: (last?.sequence ?? 0) + 1,
    createdAt: new Date(),
    previousHash: last?.hash ?? chainStart,
  };
  const hash = auditHash(unhashed);
  await tx.auditEvent.create({ data: { ...unhashed, hash } });
  const head = { sequence: unhashed.sequence, hash };
  await tx.auditHead.upsert({ where: { chain: event.chain }, create: { chain: event.chain, ...head }, update: head });
}
