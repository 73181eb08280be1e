import { requireUser } from "../access/require-actor.ts";
import { queueAnalysis } from "../analysis/start-analysis.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { startPresetInput } from "../schemas.ts";
import { findFreeSlug } from "../slugify.ts";

/** Drafts a preset of a model version: a worker fits it and gathers its evidence. Throws like `queueAnalysis`. */
export async function startPreset(ctx: Context, input: unknown): Promise<{ id: string; analysisId: string }> {
  const actorId = requireUser(ctx.actor);
  const { name, description, ...wanted } = parseInput(startPresetInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { id: analysisId, groupId } = await queueAnalysis(ctx, tx, wanted);
    const slug = await findFreeSlug(name, "preset", async (slug) => (await tx.preset.count({ where: { slug } })) > 0);
    const { id } = await tx.preset.create({ data: { analysisId, name, description, slug }, select: { id: true } });
    const event = { chain: groupId, action: "preset.create", actorId, subjectType: "preset", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { analysisId, name } });
    return { id, analysisId };
  });
}
