import type { Transaction } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import { isUniqueViolation } from "../access/unique-violation.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { findVersionForOrThrow } from "../dataset/find-dataset.ts";
import { ConflictError, InvalidInputError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { createTaskInput } from "../schemas.ts";
import { layOutImages } from "./lay-out-images.ts";

/**
 * Asks people something about the images of a data set version that pass a filter.
 *
 * @throws InvalidInputError `no-images` when none passes, `no-such-image` for an example that the version has not,
 *   `too-few-annotators` when an image is to be labelled by more people than were chosen
 * @throws NotFoundError when somebody chosen is not in the group
 * @throws ConflictError `name-taken` by another task of this version
 */
export async function createTask(ctx: Context, input: unknown): Promise<{ id: string; imageCount: number }> {
  const userId = requireUser(ctx.actor);
  const { filter, overlap, annotatorIds, ...asked } = parseInput(createTaskInput, input);
  try {
    return await ctx.db.$transaction(async (tx) => {
      const { datasetVersionId, name, kind, examples, order, seed } = asked;
      const version = await findVersionForOrThrow(tx, { userId, versionId: datasetVersionId, scope: "task:create" });
      const outside = examples.find(({ sampleIndex }) => sampleIndex >= version.imageCount);
      if (outside) {
        throw new InvalidInputError("no-such-image", { index: outside.sampleIndex, imageCount: version.imageCount });
      }
      const { groupId } = version.dataset;
      await requireMembers(tx, { groupId, userIds: annotatorIds });
      if (overlap.share > 0 && annotatorIds.length > 0 && annotatorIds.length < overlap.count) {
        throw new InvalidInputError("too-few-annotators", { count: overlap.count, chosen: annotatorIds.length });
      }
      const { id } = await tx.task.create({
        data: {
          ...asked,
          ...{ createdBy: userId, overlapCount: overlap.count, overlapShare: overlap.share },
          annotators: { create: annotatorIds.map((annotatorId) => ({ userId: annotatorId })) },
        },
        select: { id: true },
      });
      const imageCount = await layOutImages(tx, { taskId: id, datasetVersionId, filter, order, seed, overlap });
      if (imageCount === 0) throw new InvalidInputError("no-images");
      const event = { chain: groupId, action: "task.create", actorId: userId, subjectType: "task", subjectId: id };
      await appendAuditEvent(tx, { ...event, data: { datasetVersionId, name, kind, imageCount, overlap } });
      return { id, imageCount };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ConflictError("name-taken", { name: asked.name });
    throw error;
  }
}

async function requireMembers(tx: Transaction, { groupId, userIds }: { groupId: string; userIds: string[] }) {
  const found = await tx.membership.count({ where: { groupId, userId: { in: userIds }, user: { disabledAt: null } } });
  if (found < userIds.length) throw new NotFoundError("member");
}
