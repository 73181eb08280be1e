import type { Transaction } from "@diaphane/db";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";

/**
 * Takes every approval of a preset back, because its hash changes, and takes it out of release. Call it before the events of the
 * change itself.
 */
export async function withdrawPresetApprovals(
  tx: Transaction,
  { presetId, groupId, actorId }: { presetId: string; groupId: string; actorId: string },
): Promise<void> {
  const reason = "preset-changed";
  const approved = await tx.audit.updateManyAndReturn({
    where: { presetId, state: "APPROVED" },
    data: { state: "WITHDRAWN", withdrawnReason: reason },
    select: { id: true },
  });
  const unreleased = await tx.preset.updateManyAndReturn({
    where: { id: presetId, state: "RELEASED" },
    data: { state: "DRAFT", releasedAt: null, auditId: null },
    select: { id: true },
  });
  for (const { id } of approved) {
    const event = { chain: groupId, action: "audit.withdraw", actorId, subjectType: "audit", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { reason, presetId } });
  }
  for (const { id } of unreleased) {
    const event = { chain: groupId, action: "preset.unrelease", actorId, subjectType: "preset", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { reason } });
  }
}
