import type * as core from "../index.ts";
import type { Scope } from "../permissions/index.ts";

/** One verb as it is meant to be: who may call it, what a good input is, and what it leaves in the audit log. */
export interface VerbRow {
  call: (ctx: core.StoreContext, input: object) => Promise<unknown>;
  /** A scope in a group, being signed in, being a trainer process, or nothing at all. */
  needs: Scope | "sign-in" | "worker" | "nothing";
  /** The audit event of a successful call; null for reads, and for a worker's word on work that was logged before. */
  event: string | null;
  /** Makes what the verb works on, anew for every call; the owner made all of it that is somebody's own. */
  input: () => Promise<object>;
}

/** A row of the table. */
export function row(
  call: VerbRow["call"],
  needs: VerbRow["needs"],
  event: string | null,
  input: VerbRow["input"],
): VerbRow {
  return { call, needs, event, input };
}
