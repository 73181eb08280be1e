import { listAuditEvents } from "@diaphane/core";
import { listAuditEventsInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const auditEventRouter = router({
  list: userProcedure.input(listAuditEventsInput).query(({ ctx, input }) => listAuditEvents(ctx, input)),
});
