import { sessionUserId } from "./auth/session-user-id.ts";
import { getPlatform } from "./platform.ts";
import { type Context, contextOf } from "./viewer-context.ts";

export type { Context } from "./viewer-context.ts";

/** Of the request under way. */
export async function createContext(): Promise<Context> {
  const [platform, userId] = await Promise.all([getPlatform(), sessionUserId()]);
  return contextOf(platform, userId);
}
