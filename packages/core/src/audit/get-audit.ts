import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { can } from "../permissions/index.ts";
import { getAuditInput } from "../schemas.ts";
import { changedHashes, currentHashes } from "./audit-hashes.ts";
import { auditWithNames } from "./audit-with-names.ts";
import { findAuditOrThrow } from "./find-audit.ts";
import { makersOf } from "./makers.ts";

/**
 * An audit with all its revisions, reviews and comments; what has `changed` since the newest revision was handed in (then no
 * approval covers it); and whether the viewer may decide, or why not.
 */
export async function getAudit(ctx: Context, input: unknown) {
  const { auditId } = parseInput(getAuditInput, input);
  const found = await findAuditOrThrow(ctx.db, ctx.actor, { auditId, scope: "audit:read" });
  const { revision, userId, isGuest, presetId, groupId } = found;
  const audit = await ctx.db.audit.findUniqueOrThrow({
    where: { id: auditId },
    include: {
      ...auditWithNames,
      group: { select: { slug: true, name: true } },
      guests: { select: { user: { select: { id: true, name: true } } } },
      comments: {
        include: { author: { select: { id: true, name: true } }, resolvedBy: { select: { id: true, name: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  const now = await currentHashes(ctx.db, { reportId: revision.reportId, presetId });
  const isMaker = (await makersOf(ctx.db, { ...found, reportId: revision.reportId })).includes(userId);
  const membership = await ctx.db.membership.findUnique({ where: { groupId_userId: { groupId, userId } } });
  const isReviewer = isGuest || (membership !== null && can(membership.role, "audit:decide"));
  const mayDecide = isReviewer && !isMaker;
  const maySubmit = membership !== null && can(membership.role, "audit:submit");
  const mayInvite = membership !== null && can(membership.role, "audit:invite");
  return { ...audit, changed: changedHashes(revision, now), isMaker, isReviewer, mayDecide, maySubmit, mayInvite };
}
