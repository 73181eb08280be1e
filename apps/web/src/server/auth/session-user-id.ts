import { cookies } from "next/headers";
import { getServerSession } from "next-auth";
import { authOptions } from "./options.ts";

/** The user id in the request's session cookie, if it is there and genuine; who that is now is for the database to say. */
export async function sessionUserId(): Promise<string | undefined> {
  // Visitors without a session need neither secret nor database.
  const hasSession = (await cookies()).getAll().some(({ name }) => name.includes("next-auth.session-token"));
  if (!hasSession) return undefined;
  return (await getServerSession(authOptions()))?.user.id || undefined;
}
