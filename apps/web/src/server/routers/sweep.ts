import { cancelSweep, getSweep, listSweeps, retrySweep, startSweep } from "@diaphane/core";
import {
  cancelSweepInput,
  getSweepInput,
  listSweepsInput,
  retrySweepInput,
  startSweepInput,
} from "@diaphane/core/schemas";
import { trainingConfig } from "@diaphane/model/config";
import { z } from "zod";
import { router, userProcedure } from "../trpc.ts";

/** Each configuration is checked here, as for a single run: none is queued that cannot start. */
const startInput = startSweepInput.extend({ configs: z.array(trainingConfig) });

export const sweepRouter = router({
  list: userProcedure.input(listSweepsInput).query(({ ctx, input }) => listSweeps(ctx, input)),
  get: userProcedure.input(getSweepInput).query(({ ctx, input }) => getSweep(ctx, input)),
  start: userProcedure.input(startInput).mutation(({ ctx, input }) => startSweep(ctx, input)),
  cancel: userProcedure.input(cancelSweepInput).mutation(({ ctx, input }) => cancelSweep(ctx, input)),
  retry: userProcedure.input(retrySweepInput).mutation(({ ctx, input }) => retrySweep(ctx, input)),
});
