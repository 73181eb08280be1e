import type { Transaction } from "@diaphane/db";
import { ConflictError } from "../errors.ts";
import { changedHashes, currentHashes } from "./audit-hashes.ts";

/**
 * The approved audit of a model version (`presetId` null) or of a preset, whose newest revision has exactly the hashes of now.
 *
 * @throws ConflictError `approval-needed` when there is none
 */
export async function findApprovalOrThrow(
  tx: Transaction,
  subject: { modelVersionId: string; presetId: string | null },
): Promise<{ auditId: string; revision: number; signature: string }> {
  const approved = await tx.audit.findMany({
    where: { ...subject, state: "APPROVED" },
    include: { revisions: { orderBy: { number: "desc" }, take: 1, include: { review: true } } },
    orderBy: { createdAt: "desc" },
  });
  for (const { id: auditId, revisions } of approved) {
    const [revision] = revisions;
    if (revision?.review?.decision !== "APPROVED") continue;
    const now = await currentHashes(tx, { reportId: revision.reportId, presetId: subject.presetId });
    if (changedHashes(revision, now).length > 0) continue;
    return { auditId, revision: revision.number, signature: revision.review.signature };
  }
  throw new ConflictError("approval-needed");
}
