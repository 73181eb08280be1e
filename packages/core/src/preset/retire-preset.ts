import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { retirePresetInput } from "../schemas.ts";
import { lockPresetOrThrow } from "./find-preset.ts";

/** Takes a released preset back, with the reason that its public page keeps. @throws ConflictError `not-released` */
export async function retirePreset(ctx: Context, input: unknown): Promise<void> {
  const { presetId, reason } = parseInput(retirePresetInput, input);
  await ctx.db.$transaction(async (tx) => {
    const preset = await lockPresetOrThrow(tx, ctx.actor, { presetId, scope: "preset:release" });
    if (preset.state !== "RELEASED") throw new ConflictError("not-released");
    const data = { state: "RETIRED" as const, retiredAt: new Date(), retiredReason: reason };
    await tx.preset.update({ where: { id: presetId }, data });
    const event = { chain: preset.groupId, action: "preset.retire", actorId: preset.userId, subjectType: "preset" };
    await appendAuditEvent(tx, { ...event, subjectId: presetId, data: { reason } });
  });
}
