import type { Store } from "@diaphane/data";
import type { Database } from "@diaphane/db";

/** Who asks. A worker is a trainer process: it acts for the person who queued the job. */
export type Actor = { kind: "public" } | { kind: "user"; userId: string } | { kind: "worker" };

export interface Context {
  actor: Actor;
  db: Database;
}

/** Of the verbs that hand out files or pixels. */
export interface StoreContext extends Context {
  store: Store;
}
