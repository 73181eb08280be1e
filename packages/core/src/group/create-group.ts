import { requireUser } from "../access/require-actor.ts";
import { isUniqueViolation } from "../access/unique-violation.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { createGroupInput } from "../schemas.ts";
import { findFreeSlug } from "../slugify.ts";

/** Makes a group, whose owner is whoever made it. */
export async function createGroup(ctx: Context, input: unknown): Promise<{ id: string; slug: string }> {
  const userId = requireUser(ctx.actor);
  const { name, slug: wanted } = parseInput(createGroupInput, input);
  try {
    return await ctx.db.$transaction(async (tx) => {
      const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } });
      if (!user) throw new NotFoundError("user");
      const isTaken = async (slug: string) => (await tx.group.count({ where: { slug } })) > 0;
      const slug = wanted ?? (await findFreeSlug(name, "group", isTaken));
      const memberships = { create: { userId, role: "OWNER" as const } };
      const group = await tx.group.create({ data: { name, slug, memberships }, select: { id: true, slug: true } });
      const event = { chain: group.id, action: "group.create", actorId: userId, subjectType: "group" };
      await appendAuditEvent(tx, { ...event, subjectId: group.id, data: { name, slug } });
      return group;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ConflictError("slug-taken", { slug: wanted ?? name });
    throw error;
  }
}
