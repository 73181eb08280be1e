import { getDemoProgress, getReleasedModel, listReleasedModels } from "@diaphane/core";
import { getReleasedModelInput, listReleasedModelsInput } from "@diaphane/core/schemas";
import { publicProcedure, router } from "../trpc.ts";

/** What everybody may see of models, signed in or not. */
export const labRouter = router({
  released: publicProcedure.input(listReleasedModelsInput).query(({ ctx, input }) => listReleasedModels(ctx, input)),
  releasedModel: publicProcedure.input(getReleasedModelInput).query(({ ctx, input }) => getReleasedModel(ctx, input)),
  demoProgress: publicProcedure.query(({ ctx }) => getDemoProgress(ctx)),
});
