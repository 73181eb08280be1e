import { createGroup } from "@diaphane/core";
import { createGroupInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const groupRouter = router({
  create: userProcedure.input(createGroupInput).mutation(({ ctx, input }) => createGroup(ctx, input)),
});
