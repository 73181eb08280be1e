import { isUniqueViolation } from "../access/unique-violation.ts";
import { appendAuditEvent, platformChain } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { signUpUserInput } from "../schemas.ts";
import { hashPassword } from "./hash-password.ts";

/** Makes a user with a password. */
export async function signUpUser(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { email, name, password, locale } = parseInput(signUpUserInput, input);
  const passwordHash = await hashPassword(password);
  try {
    return await ctx.db.$transaction(async (tx) => {
      const user = await tx.user.create({ data: { email, name, passwordHash, locale }, select: { id: true } });
      const event = { chain: platformChain, action: "user.sign-up", actorId: user.id, subjectType: "user" };
      await appendAuditEvent(tx, { ...event, subjectId: user.id });
      return user;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ConflictError("email-taken");
    throw error;
  }
}
