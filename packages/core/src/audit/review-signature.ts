import { createHash } from "node:crypto";
import type { AuditReview, AuditRevision, Database } from "@diaphane/db";
import canonicalize from "canonicalize";

type Signed = Omit<AuditReview, "signature">;

/** sha256 over the canonical JSON (RFC 8785) of a review and of the hashes that it is about, in hex. */
export function reviewSignature(review: Signed, revision: AuditRevision): string {
  const { auditId, revisionNumber, reviewerId, reviewerName, isGuest, decision, reasons, checklist, signedAt } = review;
  const { reportId, modelHash, dataHash, reportHash, presetHash, note } = revision;
  const said = {
    ...{ auditId, revisionNumber, reviewerId, reviewerName, isGuest, decision, reasons, checklist },
    signedAt: signedAt.toISOString(),
    ...{ reportId, modelHash, dataHash, reportHash, presetHash, note },
  };
  return createHash("sha256")
    .update(canonicalize(said) ?? "")
    .digest("hex");
}

/** Reviews that are not what was signed, or that the log knows under another signature, or that are gone. */
export async function findForgedReviews(
  db: Database,
): Promise<{ chain: string; auditId: string; revisionNumber: number }[]> {
  const audits = await db.audit.findMany({
    select: { id: true, groupId: true, revisions: { include: { review: true } } },
  });
  const events = await db.auditEvent.findMany({ where: { action: "audit.decide" } });
  return audits.flatMap(({ id: auditId, groupId: chain, revisions }) => {
    const logged = events.filter((event) => event.chain === chain && event.subjectId === auditId);
    return revisions
      .filter(({ review, ...revision }) => {
        const signatures = logged.flatMap(({ data }) => {
          const said = Object(data);
          return said.revision === revision.number ? [said.signature] : [];
        });
        if (!review) return signatures.length > 0;
        return reviewSignature(review, revision) !== review.signature || !signatures.includes(review.signature);
      })
      .map(({ number }) => ({ chain, auditId, revisionNumber: number }));
  });
}
