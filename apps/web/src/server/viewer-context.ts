import { type Actor, getUser, NotFoundError, type Platform, type StoreContext } from "@diaphane/core";

/** The signed-in user with the groups and roles of this very moment. */
export type Viewer = Awaited<ReturnType<typeof getUser>>;

/** What every procedure gets; `actor`, `db` and `store` are what the verbs of packages/core take. */
export interface Context extends StoreContext {
  viewer: Viewer | null;
}

/** Whoever has been disabled or deleted since the session began acts as the public at once. */
export async function contextOf(
  { db, store }: Pick<Platform, "db" | "store">,
  userId: string | undefined,
): Promise<Context> {
  const visitor: Context = { db, store, actor: { kind: "public" }, viewer: null };
  if (!userId) return visitor;
  const actor: Actor = { kind: "user", userId };
  try {
    return { db, store, actor, viewer: await getUser({ db, actor }) };
  } catch (error) {
    if (error instanceof NotFoundError) return visitor;
    throw error;
  }
}
