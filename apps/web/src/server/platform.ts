import { openPlatform, type Platform } from "@diaphane/core";
import { env } from "@/env.ts";

declare global {
  // Next loads a module again after each change in development: the pool of connections must not multiply with it.
  var diaphanePlatform: Promise<Platform> | undefined;
}

/** Connects at the first request; the database and the store are those of `DATABASE_URL` and `STORE_URL`, or our own. `npm start` has made the tables;
 * `next dev` makes them here. */
export function getPlatform(): Promise<Platform> {
  globalThis.diaphanePlatform ??= openPlatform({ prepares: env.NODE_ENV === "development" }).catch((error: unknown) => {
    // The next request tries anew.
    globalThis.diaphanePlatform = undefined;
    throw error;
  });
  return globalThis.diaphanePlatform;
}
