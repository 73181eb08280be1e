import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Context } from "../context.ts";
import { auditHeads } from "./verify-audit-chain.ts";

/** The last event of every chain, for everybody to note: who has noted it can show later that the log was rewritten. */
export interface LogHead {
  /** sha256 over the canonical JSON (RFC 8785) of `chains`. */
  head: string;
  chains: { chain: string; sequence: number; hash: string }[];
}

/** Chains have their group's id for a name, which tells nobody what group that is. */
export async function getLogHead(ctx: Context): Promise<LogHead> {
  const chains = await auditHeads(ctx.db);
  const head = createHash("sha256")
    .update(canonicalize(chains) ?? "")
    .digest("hex");
  return { head, chains };
}
