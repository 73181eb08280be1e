import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { findApprovalOrThrow } from "../audit/find-approval.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { releaseModelVersionInput } from "../schemas.ts";

/**
 * Opens a model version to everybody, on an approved audit of exactly this one.
 *
 * @throws ConflictError `not-draft` when it is released or retired, `approval-needed`
 */
export async function releaseModelVersion(ctx: Context, input: unknown): Promise<{ auditId: string }> {
  const userId = requireUser(ctx.actor);
  const { modelVersionId } = parseInput(releaseModelVersionInput, input);
  return await ctx.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT id FROM model_versions WHERE id = ${modelVersionId} FOR UPDATE`;
    const version = await tx.modelVersion.findFirst({
      where: { id: modelVersionId, model: { group: memberOf(userId) } },
      include: { model: true },
    });
    if (!version) throw new NotFoundError("model-version");
    const { groupId } = version.model;
    await requireScope(tx, { userId, groupId, scope: "model:release", entity: "model-version" });
    if (version.state !== "DRAFT") throw new ConflictError("not-draft");
    const { auditId, signature } = await findApprovalOrThrow(tx, { modelVersionId, presetId: null });
    const data = { state: "RELEASED" as const, releasedAt: new Date(), auditId };
    await tx.modelVersion.update({ where: { id: modelVersionId }, data });
    const event = { chain: groupId, action: "model-version.release", actorId: userId, subjectType: "model-version" };
    const said = { bundleHash: version.bundleHash, auditId, signature };
    await appendAuditEvent(tx, { ...event, subjectId: modelVersionId, data: said });
    return { auditId };
  });
}
