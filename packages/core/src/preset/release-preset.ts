import { findApprovalOrThrow } from "../audit/find-approval.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { releasePresetInput } from "../schemas.ts";
import { lockPresetOrThrow } from "./find-preset.ts";

/**
 * Opens a preset of a released model version to everybody, on an approved audit of exactly this one.
 *
 * @throws ConflictError `not-draft` when it is released or retired, `model-not-released`, `approval-needed`
 */
export async function releasePreset(ctx: Context, input: unknown): Promise<{ auditId: string }> {
  const { presetId } = parseInput(releasePresetInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const preset = await lockPresetOrThrow(tx, ctx.actor, { presetId, scope: "preset:release" });
    if (preset.state !== "DRAFT") throw new ConflictError("not-draft");
    const { modelVersion, groupId: chain, userId: actorId } = preset;
    const { auditId, signature } = await findApprovalOrThrow(tx, { modelVersionId: modelVersion.id, presetId });
    if (modelVersion.state !== "RELEASED") throw new ConflictError("model-not-released");
    const data = { state: "RELEASED" as const, releasedAt: new Date(), auditId };
    await tx.preset.update({ where: { id: presetId }, data });
    const event = { chain, action: "preset.release", actorId, subjectType: "preset", subjectId: presetId };
    const { resultSha256: presetHash } = preset.analysis;
    await appendAuditEvent(tx, {
      ...event,
      data: { presetHash, modelHash: modelVersion.bundleHash, auditId, signature },
    });
    return { auditId };
  });
}
