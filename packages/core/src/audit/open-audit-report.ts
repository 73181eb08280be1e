import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { openAuditReportInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** The JSON of the report that a revision of an audit handed in: it is read by its hash. Guest reviewers read it too. */
export async function openAuditReport(ctx: StoreContext, input: unknown) {
  const { auditId, revision: asked } = parseInput(openAuditReportInput, input);
  const { revision: newest } = await findAuditOrThrow(ctx.db, ctx.actor, { auditId, scope: "audit:read" });
  const number = asked ?? newest.number;
  const revision = await ctx.db.auditRevision.findUnique({ where: { auditId_number: { auditId, number } } });
  if (!revision) throw new NotFoundError("revision");
  return { ...(await ctx.store.open(revision.reportHash)), sha256: revision.reportHash };
}
