import type { Database } from "@diaphane/db";

const maxFailures = 10;
export const failureWindowMinutes = 15;

/**
 * Counts a sign-in for that address as failed before its password is looked at, so that many at the same time don't all
 * slip through; a right password takes all of them back. False when so many have failed lately that no more are tried: those
 * refused don't count, or else they would make the pause longer. Old ones, of any address, go when a new one comes: the
 * table stays as small as the last quarter of an hour.
 */
export async function admitSignIn(db: Database, email: string): Promise<boolean> {
  const windowStart = new Date(Date.now() - failureWindowMinutes * 60_000);
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in:${email}`}, 0))`;
    const failures = await tx.signInFailure.count({ where: { email, createdAt: { gt: windowStart } } });
    if (failures >= maxFailures) return false;
    await tx.signInFailure.deleteMany({ where: { createdAt: { lt: windowStart } } });
    await tx.signInFailure.create({ data: { email } });
    return true;
  });
}
