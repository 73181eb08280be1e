import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Actor } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parentName } from "./parent-name.ts";

const include = {
  model: { include: { group: { select: { id: true, slug: true, name: true } } } },
  datasetVersion: {
    omit: { summary: true },
    include: { dataset: { select: { id: true, name: true, isSynthetic: true, isPublic: true } } },
  },
  parent: { select: parentName },
  run: { select: { id: true, seed: true, engine: true, startedAt: true, finishedAt: true } },
} as const;

/**
 * A model version that the actor may see: a released one everybody may, any other whoever has `model:read` in its group.
 * `isMember` tells the two apart. Throws like `requireScope`.
 */
export async function findModelVersionOrThrow(tx: Transaction, actor: Actor, modelVersionId: string) {
  const version = await tx.modelVersion.findUnique({ where: { id: modelVersionId }, include });
  if (!version) throw new NotFoundError("model-version");
  const isReleased = version.state === "RELEASED";
  const { groupId } = version.model;
  if (actor.kind !== "user") {
    if (!isReleased) throw new NotFoundError("model-version");
    return { ...withoutOrigin(version), isMember: false };
  }
  const { userId } = actor;
  const isMember = (await tx.group.count({ where: { id: groupId, ...memberOf(userId) } })) > 0;
  if (!isReleased) await requireScope(tx, { userId, groupId, scope: "model:read", entity: "model-version" });
  return { ...(isMember ? version : withoutOrigin(version)), isMember };
}

/** Where a version comes from, and what it has learned from, is the group's own business. */
function withoutOrigin<Version extends { parentId: unknown; parent: unknown; seenSha256: unknown }>(version: Version) {
  return { ...version, parentId: null, parent: null, seenSha256: null };
}
