import { latentSetWithNames } from "../analysis/latent-set-with-names.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getPresetInput } from "../schemas.ts";
import { findPresetOrThrow } from "./find-preset.ts";

/** A preset with its analysis: how far its fit is, or why there is none. What it came to: `openAnalysisResult`. */
export async function getPreset(ctx: Context, input: unknown) {
  const { presetId } = parseInput(getPresetInput, input);
  await findPresetOrThrow(ctx.db, ctx.actor, { presetId, scope: "analysis:read" });
  return await ctx.db.preset.findUniqueOrThrow({
    where: { id: presetId },
    include: { analysis: { omit: { claim: true }, include: { latentSet: latentSetWithNames } } },
  });
}
