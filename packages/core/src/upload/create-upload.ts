import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { createUploadInput } from "../schemas.ts";

/** Announces a file that will come, in as many requests as it takes. */
export async function createUpload(ctx: Context, input: unknown): Promise<{ id: string }> {
  const userId = requireUser(ctx.actor);
  const { group: slug, fileName, sizeBytes } = parseInput(createUploadInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId, slug, scope: "upload:create" });
    const data = { groupId: group.id, createdBy: userId, fileName, sizeBytes };
    const { id } = await tx.upload.create({ data });
    const event = { chain: group.id, action: "upload.create", actorId: userId, subjectType: "upload", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { fileName, sizeBytes } });
    return { id };
  });
}
