import { listExports, startExport } from "@diaphane/core";
import { listExportsInput, startExportInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const exportRouter = router({
  list: userProcedure.input(listExportsInput).query(({ ctx, input }) => listExports(ctx, input)),
  start: userProcedure.input(startExportInput).mutation(({ ctx, input }) => startExport(ctx, input)),
});
