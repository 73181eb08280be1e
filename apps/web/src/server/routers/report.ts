import { cancelAnalysis, getAnalysis, listReports, readReportCases, startAnalysis } from "@diaphane/core";
import {
  cancelAnalysisInput,
  getAnalysisInput,
  listReportsInput,
  readReportCasesInput,
  startAnalysisInput,
} from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

/** Bias reports: analyses of that kind. What one says is fetched from `/api/reports/<id>`. */
export const reportRouter = router({
  list: userProcedure.input(listReportsInput).query(({ ctx, input }) => listReports(ctx, input)),
  get: userProcedure.input(getAnalysisInput).query(({ ctx, input }) => getAnalysis(ctx, input)),
  cases: userProcedure.input(readReportCasesInput).query(({ ctx, input }) => readReportCases(ctx, input)),
  start: userProcedure.input(startAnalysisInput).mutation(({ ctx, input }) => startAnalysis(ctx, input)),
  cancel: userProcedure.input(cancelAnalysisInput).mutation(({ ctx, input }) => cancelAnalysis(ctx, input)),
});
