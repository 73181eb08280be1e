import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { latentSetWithNames } from "../analysis/latent-set-with-names.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listReportsInput } from "../schemas.ts";

/** A group's bias reports, newest first; `beforeReportId` is the last of the page before. */
export async function listReports(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, modelVersionId, beforeReportId, limit } = parseInput(listReportsInput, input);
  const { id: groupId } = await getGroupOrThrow(ctx.db, { userId, slug, scope: "analysis:read" });
  const latentSet = {
    modelVersion: { model: { groupId } },
    ...(modelVersionId === undefined ? {} : { modelVersionId }),
  };
  return await ctx.db.analysis.findMany({
    where: { kind: "BIAS_REPORT", latentSet },
    omit: { claim: true },
    include: { latentSet: latentSetWithNames },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(beforeReportId === undefined ? {} : { cursor: { id: beforeReportId }, skip: 1 }),
    take: limit,
  });
}
