import {
  getPreset,
  getReleasedPreset,
  listPresets,
  listReleasedPresets,
  refitPreset,
  releasePreset,
  retirePreset,
  startPreset,
} from "@diaphane/core";
import {
  getPresetInput,
  getReleasedPresetInput,
  listPresetsInput,
  listReleasedPresetsInput,
  refitPresetInput,
  releasePresetInput,
  retirePresetInput,
  startPresetInput,
} from "@diaphane/core/schemas";
import { publicProcedure, router, userProcedure } from "../trpc.ts";

export const presetRouter = router({
  list: userProcedure.input(listPresetsInput).query(({ ctx, input }) => listPresets(ctx, input)),
  get: userProcedure.input(getPresetInput).query(({ ctx, input }) => getPreset(ctx, input)),
  released: publicProcedure.input(getReleasedPresetInput).query(({ ctx, input }) => getReleasedPreset(ctx, input)),
  listReleased: publicProcedure
    .input(listReleasedPresetsInput)
    .query(({ ctx, input }) => listReleasedPresets(ctx, input)),
  start: userProcedure.input(startPresetInput).mutation(({ ctx, input }) => startPreset(ctx, input)),
  refit: userProcedure.input(refitPresetInput).mutation(({ ctx, input }) => refitPreset(ctx, input)),
  release: userProcedure.input(releasePresetInput).mutation(({ ctx, input }) => releasePreset(ctx, input)),
  retire: userProcedure.input(retirePresetInput).mutation(({ ctx, input }) => retirePreset(ctx, input)),
});
