import type { Actor } from "../context.ts";
import { ForbiddenError } from "../errors.ts";

/** The id of whoever is signed in. @throws ForbiddenError for everybody else */
export function requireUser(actor: Actor): string {
  if (actor.kind !== "user") throw new ForbiddenError("sign-in-required");
  return actor.userId;
}

/** @throws ForbiddenError unless a trainer process asks */
export function requireWorker(actor: Actor): void {
  if (actor.kind !== "worker") throw new ForbiddenError("worker-only");
}
