import { cancelAnalysis, listAnalyses, listLatentNames, nameLatent, startAnalysis } from "@diaphane/core";
import {
  cancelAnalysisInput,
  listAnalysesInput,
  listLatentNamesInput,
  nameLatentInput,
  startAnalysisInput,
} from "@diaphane/core/schemas";
import { publicProcedure, router, userProcedure } from "../trpc.ts";

/** What is known of the latents of a model version, and the analyses that find it out. */
export const latentRouter = router({
  analyses: userProcedure.input(listAnalysesInput).query(({ ctx, input }) => listAnalyses(ctx, input)),
  analyse: userProcedure.input(startAnalysisInput).mutation(({ ctx, input }) => startAnalysis(ctx, input)),
  cancelAnalysis: userProcedure.input(cancelAnalysisInput).mutation(({ ctx, input }) => cancelAnalysis(ctx, input)),
  names: publicProcedure.input(listLatentNamesInput).query(({ ctx, input }) => listLatentNames(ctx, input)),
  name: userProcedure.input(nameLatentInput).mutation(({ ctx, input }) => nameLatent(ctx, input)),
});
