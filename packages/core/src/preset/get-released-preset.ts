import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getReleasedPresetInput } from "../schemas.ts";
import { publicPresets } from "./public-preset.ts";

/** A released preset, for everybody; of a retired one its name and why it was taken back. */
export async function getReleasedPreset(ctx: Context, input: unknown) {
  const { slug } = parseInput(getReleasedPresetInput, input);
  const preset = await ctx.db.preset.findFirst({
    ...publicPresets,
    where: { ...publicPresets.where, slug },
  });
  if (!preset) throw new NotFoundError("preset");
  return preset;
}
