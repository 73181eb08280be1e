import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { loadReportCases, type ReportCases } from "../report/load-report-cases.ts";
import { getAuditInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** The images behind the figures of the report that an audit's newest revision handed in. Guest reviewers see them too. */
export async function readAuditCases(ctx: StoreContext, input: unknown): Promise<ReportCases> {
  const { auditId } = parseInput(getAuditInput, input);
  const { revision } = await findAuditOrThrow(ctx.db, ctx.actor, { auditId, scope: "audit:read" });
  return await loadReportCases(ctx.db, ctx.store, revision.reportId);
}
