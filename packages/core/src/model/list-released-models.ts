import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listReleasedModelsInput } from "../schemas.ts";
import { releasedVersions, showReleased } from "./released-versions.ts";

/** What the gallery shows, to everybody: models with a released version, the newest release first. */
export async function listReleasedModels(ctx: Context, input: unknown = {}) {
  const { limit } = parseInput(listReleasedModelsInput, input);
  const models = await ctx.db.model.findMany({
    where: { versions: { some: { state: "RELEASED" } } },
    include: { group: { select: { name: true } }, versions: releasedVersions },
  });
  const released = models.map(showReleased);
  const newest = ({ versions }: (typeof released)[number]) => versions[0]?.releasedAt?.getTime() ?? 0;
  return released.sort((a, b) => newest(b) - newest(a)).slice(0, limit);
}
