import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { retireModelVersionInput } from "../schemas.ts";

/** Takes a released version back, with the reason that its public page keeps. @throws ConflictError `not-released` */
export async function retireModelVersion(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { modelVersionId, reason } = parseInput(retireModelVersionInput, input);
  await ctx.db.$transaction(async (tx) => {
    const version = await tx.modelVersion.findFirst({
      where: { id: modelVersionId, model: { group: memberOf(userId) } },
      include: { model: true },
    });
    if (!version) throw new NotFoundError("model-version");
    const { groupId } = version.model;
    await requireScope(tx, { userId, groupId, scope: "model:release", entity: "model-version" });
    const { count } = await tx.modelVersion.updateMany({
      where: { id: modelVersionId, state: "RELEASED" },
      data: { state: "RETIRED", retiredAt: new Date(), retiredReason: reason },
    });
    if (count === 0) throw new ConflictError("not-released");
    const event = { chain: groupId, action: "model-version.retire", actorId: userId, subjectType: "model-version" };
    await appendAuditEvent(tx, { ...event, subjectId: modelVersionId, data: { reason } });
  });
}
