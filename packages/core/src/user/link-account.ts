import type { Transaction } from "@diaphane/db";
import { appendAuditEvent, platformChain } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, ForbiddenError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { linkAccountInput } from "../schemas.ts";

/**
 * The user of a sign-in at an OpenID Connect provider, who is made at the first one. Call it only with what the provider
 * has just said of the person. An address that the provider has verified leads to the user who has it already; one
 * that it has not verified is not kept.
 *
 * @throws ConflictError `email-taken` when that user has a password: nobody verified the address when they signed up with
 *   it, and whoever did so would get into the account of the address's true owner
 * @throws ForbiddenError `user-disabled`
 */
export async function linkAccount(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { provider, subject, name, email, isEmailVerified, locale } = parseInput(linkAccountInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({
      where: { provider_subject: { provider, subject } },
      include: { user: true },
    });
    const verifiedEmail = isEmailVerified ? email : undefined;
    const known = account?.user ?? (await findByEmail(tx, verifiedEmail));
    if (known?.disabledAt) throw new ForbiddenError("user-disabled");
    if (account) return { id: account.userId };
    const user = known ?? (await tx.user.create({ data: { name, email: verifiedEmail ?? null, locale } }));
    await tx.account.create({ data: { provider, subject, userId: user.id } });
    const event = { chain: platformChain, action: "account.link", actorId: user.id, subjectType: "user" };
    await appendAuditEvent(tx, { ...event, subjectId: user.id, data: { provider, isNewUser: known === null } });
    return { id: user.id };
  });
}

async function findByEmail(tx: Transaction, email: string | undefined) {
  if (!email) return null;
  const user = await tx.user.findUnique({ where: { email } });
  if (user?.passwordHash) throw new ConflictError("email-taken");
  return user;
}
