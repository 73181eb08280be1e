import type { Database } from "@diaphane/db";

const maxFailures = 10;
export const failureWindowMinutes = 15;

function windowStart(): Date {
  return new Date(Date.now() - failureWindowMinutes * 60_000);
}

/** Whether so many sign-ins failed for that address lately that no more are tried. */
export async function isLockedOut(db: Database, email: string): Promise<boolean> {
  const failures = await db.signInFailure.count({ where: { email, createdAt: { gt: windowStart() } } });
  return failures >= maxFailures;
}

/** Old failures, of any address, go when a new one comes: the table stays as small as the last quarter of an hour. */
export async function countSignInFailure(db: Database, email: string): Promise<void> {
  await db.$transaction([
    db.signInFailure.deleteMany({ where: { createdAt: { lt: windowStart() } } }),
    db.signInFailure.create({ data: { email } }),
  ]);
}
