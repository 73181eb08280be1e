import { verify } from "@node-rs/argon2";
import { appendAuditEvent, platformChain } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ForbiddenError, InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { signInUserInput } from "../schemas.ts";
import { hashPassword } from "./hash-password.ts";
import { admitSignIn, failureWindowMinutes } from "./sign-in-failures.ts";

/** Verified when there is no such user, so that both answers take as long. */
const nobodysHash = hashPassword("nobody has this password");

/**
 * Checks e-mail address and password. Who exists can't be told from the answer or from how long it takes.
 *
 * @throws InvalidInputError `wrong-credentials`
 * @throws ForbiddenError `too-many-attempts` after many failures for that address, right password or not
 */
export async function signInUser(ctx: Context, input: unknown): Promise<{ id: string; name: string; locale: string }> {
  const { email, password } = parseInput(signInUserInput, input);
  if (!(await admitSignIn(ctx.db, email))) {
    throw new ForbiddenError("too-many-attempts", { minutes: failureWindowMinutes });
  }
  const user = await ctx.db.user.findUnique({ where: { email } });
  const isRight = await verify(user?.passwordHash ?? (await nobodysHash), password);
  if (!user || !isRight || !user.passwordHash || user.disabledAt) throw new InvalidInputError("wrong-credentials");
  await ctx.db.$transaction(async (tx) => {
    await tx.signInFailure.deleteMany({ where: { email } });
    const event = { chain: platformChain, action: "user.sign-in", actorId: user.id, subjectType: "user" };
    await appendAuditEvent(tx, { ...event, subjectId: user.id });
  });
  return { id: user.id, name: user.name, locale: user.locale };
}
