import { createHash } from "node:crypto";
import type { AuditEvent } from "@diaphane/db";
import canonicalize from "canonicalize";

/** What the first event of a chain follows. */
export const chainStart = "0".repeat(64);

export type UnhashedEvent = Omit<AuditEvent, "hash">;

/** sha256(previous hash ‖ canonical JSON of the event, RFC 8785), in hex. */
export function auditHash(event: UnhashedEvent): string {
  const { previousHash, chain, sequence, action, actorId, subjectType, subjectId, data, createdAt } = event;
  const said = { chain, sequence, action, actorId, subjectType, subjectId, data, createdAt: createdAt.toISOString() };
  return createHash("sha256")
    .update(previousHash)
    .update(canonicalize(said) ?? "")
    .digest("hex");
}
