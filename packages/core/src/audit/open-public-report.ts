import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getPublicAuditInput } from "../schemas.ts";
import { findPublicAuditOrThrow } from "./find-public-audit.ts";

/** The JSON of the report that a public audit approved, as it was then: it is read by its hash. */
export async function openPublicReport(ctx: StoreContext, input: unknown) {
  const { auditId } = parseInput(getPublicAuditInput, input);
  const { revision } = await findPublicAuditOrThrow(ctx.db, auditId);
  return { ...(await ctx.store.open(revision.reportHash)), sha256: revision.reportHash };
}
