import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listReleasedPresetsInput } from "../schemas.ts";
import { publicPresets } from "./public-preset.ts";

/** The released presets of released model versions, for everybody, newest first. */
export async function listReleasedPresets(ctx: Context, input: unknown = {}) {
  const { modelVersionId } = parseInput(listReleasedPresetsInput, input);
  const modelVersion = { state: "RELEASED" as const, ...(modelVersionId === undefined ? {} : { id: modelVersionId }) };
  return await ctx.db.preset.findMany({
    ...publicPresets,
    where: { state: "RELEASED", analysis: { latentSet: { modelVersion } } },
    orderBy: { releasedAt: "desc" },
    take: 200,
  });
}
