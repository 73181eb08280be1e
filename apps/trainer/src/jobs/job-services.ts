import type { Platform, StoreContext } from "@diaphane/core";
import type { Store } from "@diaphane/data";
import type { Logger } from "pino";

/** What a worker process has open, handed to every job. */
export interface JobServices {
  /** The worker as an actor, for the verbs of packages/core. */
  ctx: StoreContext;
  store: Store;
  log: Logger;
  /** What made a model, kept in its manifest. */
  codeVersion: string;
}

export function workerContext({ db, store }: Pick<Platform, "db" | "store">): StoreContext {
  return { actor: { kind: "worker" }, db, store };
}
