import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { renameDerivedAttributeInput } from "../schemas.ts";
import { findDerivedAttributeOrThrow, isAttributeUsed, requireFreeName } from "./find-derived-attribute.ts";

/**
 * Gives what was named another name, as long as nothing was made by it.
 *
 * @throws ConflictError `attribute-in-use` when a report or a preset speaks of it, `attribute-name-taken`
 */
export async function renameDerivedAttribute(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { attributeId, name } = parseInput(renameDerivedAttributeInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId, datasetVersionId, name: before } = await findDerivedAttributeOrThrow(tx, userId, attributeId);
    if (name === before) return;
    if (await isAttributeUsed(tx, { name: before, datasetVersionId })) throw new ConflictError("attribute-in-use");
    await requireFreeName(tx, { name, datasetVersionId });
    await tx.derivedAttribute.update({ where: { id: attributeId }, data: { name } });
    const event = { chain: groupId, action: "attribute.rename", actorId: userId, subjectType: "attribute" };
    await appendAuditEvent(tx, { ...event, subjectId: attributeId, data: { before, name } });
  });
}
