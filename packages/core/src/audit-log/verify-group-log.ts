import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getGroupInput } from "../schemas.ts";
import { type ChainVerdict, verifyAuditChain } from "./verify-audit-chain.ts";

/** Recomputes a group's chain now, with the head that its members may note. */
export async function verifyGroupLog(
  ctx: Context,
  input: unknown,
): Promise<{ verdict: ChainVerdict; head: { sequence: number; hash: string } | null }> {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(getGroupInput, input);
  const { id: chain } = await getGroupOrThrow(ctx.db, { userId, slug, scope: "audit-event:read" });
  const head = await ctx.db.auditHead.findUnique({ where: { chain }, select: { sequence: true, hash: true } });
  return { verdict: await verifyAuditChain(ctx.db, chain), head };
}
