import { requireUser } from "../access/require-actor.ts";
import { findAnalysisOrThrow } from "../analysis/find-analysis.ts";
import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { readReportCasesInput } from "../schemas.ts";
import { loadReportCases, type ReportCases } from "./load-report-cases.ts";

/** The images behind a report's figures, with what is known and what was said of each. */
export async function readReportCases(ctx: StoreContext, input: unknown): Promise<ReportCases> {
  const userId = requireUser(ctx.actor);
  const { reportId } = parseInput(readReportCasesInput, input);
  await findAnalysisOrThrow(ctx.db, { userId, analysisId: reportId, scope: "analysis:read" });
  return await loadReportCases(ctx.db, ctx.store, reportId);
}
