import { queueAnalysis } from "../analysis/start-analysis.ts";
import { withdrawPresetApprovals } from "../audit/withdraw-approvals.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { refitPresetInput } from "../schemas.ts";
import { lockPresetOrThrow } from "./find-preset.ts";

/**
 * Fits a preset anew, in another way or on other data: its hash changes, so that every approval of it is withdrawn, and one that
 * was released is a draft again. Throws like `queueAnalysis`; ConflictError `preset-retired`.
 */
export async function refitPreset(ctx: Context, input: unknown): Promise<{ analysisId: string }> {
  const { presetId, ...wanted } = parseInput(refitPresetInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const preset = await lockPresetOrThrow(tx, ctx.actor, { presetId, scope: "preset:create" });
    if (preset.state === "RETIRED") throw new ConflictError("preset-retired");
    const { groupId, userId: actorId, modelVersion } = preset;
    await withdrawPresetApprovals(tx, { presetId, groupId, actorId });
    const { id: analysisId } = await queueAnalysis(ctx, tx, { ...wanted, modelVersionId: modelVersion.id });
    await tx.preset.update({ where: { id: presetId }, data: { analysisId } });
    const event = { chain: groupId, action: "preset.refit", actorId, subjectType: "preset", subjectId: presetId };
    await appendAuditEvent(tx, { ...event, data: { analysisId } });
    return { analysisId };
  });
}
