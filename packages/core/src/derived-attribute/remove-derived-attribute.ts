import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { removeDerivedAttributeInput } from "../schemas.ts";
import { findDerivedAttributeOrThrow, isAttributeUsed } from "./find-derived-attribute.ts";

/** Takes back what was named: it is offered no more. What was made by it keeps it. */
export async function removeDerivedAttribute(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { attributeId } = parseInput(removeDerivedAttributeInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId, ...attribute } = await findDerivedAttributeOrThrow(tx, userId, attributeId);
    const isKept = await isAttributeUsed(tx, attribute);
    const which = { where: { id: attributeId } };
    if (isKept) await tx.derivedAttribute.update({ ...which, data: { removedAt: new Date() } });
    else await tx.derivedAttribute.delete(which);
    const event = { chain: groupId, action: "attribute.remove", actorId: userId, subjectType: "attribute" };
    await appendAuditEvent(tx, { ...event, subjectId: attributeId, data: { name: attribute.name, isKept } });
  });
}
