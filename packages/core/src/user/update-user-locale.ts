import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent, platformChain } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { updateUserLocaleInput } from "../schemas.ts";

export async function updateUserLocale(ctx: Context, input: unknown): Promise<void> {
  const id = requireUser(ctx.actor);
  const { locale } = parseInput(updateUserLocaleInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, disabledAt: null }, data: { locale } });
    if (count === 0) throw new NotFoundError("user");
    const event = { chain: platformChain, action: "user.update-locale", actorId: id, subjectType: "user" };
    await appendAuditEvent(tx, { ...event, subjectId: id, data: { locale } });
  });
}
