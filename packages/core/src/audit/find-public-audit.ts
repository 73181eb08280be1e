import type { Transaction } from "@diaphane/db";
import { NotFoundError } from "../errors.ts";
import { auditWithNames } from "./audit-with-names.ts";

const shown = { state: { in: ["RELEASED" as const, "RETIRED" as const] } };

/** An audit that something was released on, which everybody may see; it stays so when that is retired. */
export async function findPublicAuditOrThrow(tx: Pick<Transaction, "audit">, auditId: string) {
  const audit = await tx.audit.findFirst({
    where: {
      id: auditId,
      OR: [{ presetId: null, modelVersion: { auditId, ...shown } }, { preset: { auditId, ...shown } }],
    },
    include: { ...auditWithNames, group: { select: { name: true } } },
  });
  const revision = audit?.revisions.at(-1);
  if (!audit || !revision?.review) throw new NotFoundError("audit");
  return { ...audit, revision, review: revision.review };
}
