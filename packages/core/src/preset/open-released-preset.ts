import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getReleasedPresetInput } from "../schemas.ts";
import { publicPresets } from "./public-preset.ts";

/** The JSON of a released preset with its evidence, for everybody; not of a retired one. */
export async function openReleasedPreset(ctx: StoreContext, input: unknown) {
  const { slug } = parseInput(getReleasedPresetInput, input);
  const preset = await ctx.db.preset.findFirst({ ...publicPresets, where: { state: "RELEASED", slug } });
  const sha256 = preset?.analysis.resultSha256;
  if (!sha256) throw new NotFoundError("preset");
  return { ...(await ctx.store.open(sha256)), sha256 };
}
