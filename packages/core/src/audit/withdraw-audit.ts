import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { withdrawAuditInput } from "../schemas.ts";
import { lockAuditOrThrow } from "./find-audit.ts";

/** Takes back what is under review. @throws ConflictError `audit-decided` when it was approved or rejected */
export async function withdrawAudit(ctx: Context, input: unknown): Promise<void> {
  const { auditId, reason } = parseInput(withdrawAuditInput, input);
  await ctx.db.$transaction(async (tx) => {
    const audit = await lockAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:submit" });
    if (audit.state !== "SUBMITTED" && audit.state !== "CHANGES_REQUESTED") throw new ConflictError("audit-decided");
    await tx.audit.update({ where: { id: auditId }, data: { state: "WITHDRAWN", withdrawnReason: reason } });
    const event = { chain: audit.groupId, action: "audit.withdraw", actorId: audit.userId, subjectType: "audit" };
    await appendAuditEvent(tx, { ...event, subjectId: auditId, data: { reason } });
  });
}
