import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listModelVersionsInput } from "../schemas.ts";
import { getModel } from "./get-model.ts";
import { withPlainNumbers } from "./model-version-row.ts";

/** A model's versions, newest first. */
export async function listModelVersions(ctx: Context, input: unknown) {
  const model = await getModel(ctx, parseInput(listModelVersionsInput, input));
  const versions = await ctx.db.modelVersion.findMany({
    where: { modelId: model.id },
    omit: { config: true },
    include: { run: { select: { id: true, seed: true } } },
    orderBy: { number: "desc" },
  });
  return versions.map(withPlainNumbers);
}
