import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getAuditInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** The JSON of the report that an audit's newest revision handed in: it is read by its hash. Guest reviewers read it too. */
export async function openAuditReport(ctx: StoreContext, input: unknown) {
  const { auditId } = parseInput(getAuditInput, input);
  const { revision } = await findAuditOrThrow(ctx.db, ctx.actor, { auditId, scope: "audit:read" });
  return { ...(await ctx.store.open(revision.reportHash)), sha256: revision.reportHash };
}
