import { cancelRun, compareRuns, listRuns, startPretraining, startTraining } from "@diaphane/core";
import {
  cancelRunInput,
  compareRunsInput,
  getRunInput,
  listRunsInput,
  startPretrainingInput,
  startTrainingInput,
} from "@diaphane/core/schemas";
import { trainingConfig } from "@diaphane/model/config";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { describeRun } from "../runs/describe-run.ts";
import { followRun } from "../runs/follow-run.ts";
import { readRunProgress } from "../runs/read-run-progress.ts";
import { trainingOptions } from "../runs/training-options.ts";
import { router, userProcedure } from "../trpc.ts";

/** The configuration is packages/model's to define: checked here, so that no run is queued that cannot start. */
const startInput = startTrainingInput
  .extend({ config: trainingConfig })
  .refine(({ config, parentId }) => (config.transfer === undefined) === (parentId === undefined), {
    message: "a training from a model names its version and how to go on from it",
    path: ["parentId"],
  });

export const runRouter = router({
  list: userProcedure.input(listRunsInput).query(({ ctx, input }) => listRuns(ctx, input)),

  /** What the training form offers to choose from. */
  options: userProcedure
    .input(listRunsInput.pick({ group: true }))
    .query(({ ctx, input }) => trainingOptions(ctx, input)),

  start: userProcedure.input(startInput).mutation(({ ctx, input }) => startTraining(ctx, input)),

  startPretraining: userProcedure
    .input(startPretrainingInput.extend({ config: trainingConfig }))
    .mutation(({ ctx, input }) => startPretraining(ctx, input)),

  cancel: userProcedure.input(cancelRunInput).mutation(({ ctx, input }) => cancelRun(ctx, input)),

  compare: userProcedure.input(compareRunsInput).query(({ ctx, input }) => compareRuns(ctx, input)),

  /** The run with all that is drawn of it so far: what a page opens with. */
  progress: userProcedure.input(getRunInput).query(async ({ ctx, input }) => {
    const run = await describeRun(ctx, input);
    return { run, progress: await readRunProgress(ctx, run.id) };
  }),

  /** What happens after the last event that the page has seen; `lastEventId` comes from the browser when it reconnects. */
  events: userProcedure
    .input(getRunInput.extend({ after: z.int().min(0), lastEventId: z.string().regex(/^\d+$/).nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const afterId = input.lastEventId ? Number(input.lastEventId) : input.after;
      for await (const update of followRun(ctx, { runId: input.runId, afterId }, signal)) {
        yield tracked(String(update.lastEventId), { run: update.run, events: update.events });
      }
    }),
});
