import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, ForbiddenError, InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { decideAuditInput } from "../schemas.ts";
import { changedHashes, currentHashes } from "./audit-hashes.ts";
import { lockAuditOrThrow } from "./find-audit.ts";
import { makersOf } from "./makers.ts";
import { reviewSignature } from "./review-signature.ts";

/**
 * A reviewer's signed word on the newest revision.
 *
 * @throws ForbiddenError `own-work` for whoever made any part of it
 * @throws ConflictError `audit-decided`, `newer-revision`; `hashes-changed` when what would be approved is no longer what was handed in
 * @throws InvalidInputError `checklist-incomplete` when it would be approved with an item that is not met
 */
export async function decideAudit(ctx: Context, input: unknown): Promise<{ signature: string }> {
  const { auditId, revision: number, decision, reasons, checklist } = parseInput(decideAuditInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const audit = await lockAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:decide" });
    const { revision, userId, isGuest, presetId } = audit;
    const makers = await makersOf(tx, { ...audit, reportId: revision.reportId });
    if (makers.includes(userId)) throw new ForbiddenError("own-work");
    if (audit.state !== "SUBMITTED") throw new ConflictError("audit-decided");
    if (revision.number !== number) throw new ConflictError("newer-revision");
    if (decision === "APPROVED") {
      if (Object.values(checklist).some(({ isMet }) => !isMet)) throw new InvalidInputError("checklist-incomplete");
      const now = await currentHashes(tx, { reportId: revision.reportId, presetId });
      if (changedHashes(revision, now).length > 0) throw new ConflictError("hashes-changed");
    }
    const { name: reviewerName } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    const unsigned = {
      ...{ auditId, revisionNumber: number, reviewerId: userId, reviewerName, isGuest },
      ...{ decision, reasons, checklist, signedAt: new Date() },
    };
    const signature = reviewSignature(unsigned, revision);
    await tx.auditReview.create({ data: { ...unsigned, signature } });
    await tx.audit.update({ where: { id: auditId }, data: { state: decision } });
    const { modelHash, dataHash, reportHash, presetHash } = revision;
    const event = { chain: audit.groupId, action: "audit.decide", actorId: userId, subjectType: "audit" };
    const signed = { revision: number, decision, signature, reviewerName, isGuest };
    const data = { ...signed, modelHash, dataHash, reportHash, presetHash };
    await appendAuditEvent(tx, { ...event, subjectId: auditId, data });
    return { signature };
  });
}
