import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getPublicAuditInput } from "../schemas.ts";
import { findPublicAuditOrThrow } from "./find-public-audit.ts";

/** Who approved what, when, with which hashes, for everybody. What was said on the way stays the group's. */
export async function getPublicAudit(ctx: Context, input: unknown) {
  const { auditId } = parseInput(getPublicAuditInput, input);
  const { id, state, createdAt, revision, review, ...audit } = await findPublicAuditOrThrow(ctx.db, auditId);
  const { reviewerId: _private, ...signed } = review;
  return {
    ...{ id, state, createdAt, revision, review: signed },
    groupName: audit.group.name,
    authorName: audit.author.name,
    modelVersion: audit.modelVersion,
    preset: audit.preset,
  };
}
