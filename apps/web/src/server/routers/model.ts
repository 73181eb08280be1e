import {
  getModel,
  getModelVersion,
  listModels,
  listModelVersions,
  NotFoundError,
  releaseModelVersion,
  retireModelVersion,
} from "@diaphane/core";
import {
  getModelInput,
  listModelsInput,
  releaseModelVersionInput,
  retireModelVersionInput,
} from "@diaphane/core/schemas";
import { z } from "zod";
import { router, userProcedure } from "../trpc.ts";

export const modelRouter = router({
  list: userProcedure.input(listModelsInput).query(({ ctx, input }) => listModels(ctx, input)),

  /** A model with all its versions. */
  get: userProcedure.input(getModelInput).query(async ({ ctx, input }) => {
    const [model, versions] = await Promise.all([getModel(ctx, input), listModelVersions(ctx, input)]);
    return { ...model, versions };
  }),

  /** One version by its number, as addresses name it. */
  version: userProcedure.input(getModelInput.extend({ number: z.int().min(1) })).query(async ({ ctx, input }) => {
    const versions = await listModelVersions(ctx, { modelId: input.modelId });
    const found = versions.find(({ number }) => number === input.number);
    if (!found) throw new NotFoundError("model-version");
    return getModelVersion(ctx, { modelVersionId: found.id });
  }),

  release: userProcedure.input(releaseModelVersionInput).mutation(({ ctx, input }) => releaseModelVersion(ctx, input)),
  retire: userProcedure.input(retireModelVersionInput).mutation(({ ctx, input }) => retireModelVersion(ctx, input)),
});
