import { getDataset, getDistributions, listDatasets, listSamples } from "@diaphane/core";
import { getDatasetInput, getDistributionsInput, listDatasetsInput, listSamplesInput } from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const datasetRouter = router({
  list: userProcedure.input(listDatasetsInput).query(({ ctx, input }) => listDatasets(ctx, input)),
  get: userProcedure.input(getDatasetInput).query(({ ctx, input }) => getDataset(ctx, input)),
  distributions: userProcedure.input(getDistributionsInput).query(({ ctx, input }) => getDistributions(ctx, input)),
  samples: userProcedure.input(listSamplesInput).query(({ ctx, input }) => listSamples(ctx, input)),
});
