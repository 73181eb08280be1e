import { listAuditEvents, verifyGroupLog } from "@diaphane/core";
import { getGroupInput, listAuditEventsInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const auditEventRouter = router({
  list: userProcedure.input(listAuditEventsInput).query(({ ctx, input }) => listAuditEvents(ctx, input)),
  verify: userProcedure.input(getGroupInput).query(({ ctx, input }) => verifyGroupLog(ctx, input)),
});
