import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";

/** The page that offers to go on with an upload says "two days". */
const keptForMs = 48 * 3_600_000;
const atOnce = 100;

/** Deletes uploads of which no data set has come, and none is about to, for two days. Returns how many. */
export async function expireUploads({ db }: Pick<Context, "db">): Promise<number> {
  const before = new Date(Date.now() - keptForMs);
  return await db.$transaction(async (tx) => {
    // First locked, then asked about: an import that takes one of them now either has it already, or waits and finds none.
    const old = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM uploads WHERE coalesce(finished_at, created_at) < ${before}
        AND NOT EXISTS (
          SELECT FROM imports WHERE upload_id = uploads.id AND status IN ('QUEUED', 'RUNNING', 'SUCCEEDED'))
      ORDER BY id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
    const inUse = { some: { status: { in: ["QUEUED" as const, "RUNNING" as const, "SUCCEEDED" as const] } } };
    const expired = await tx.upload.findMany({
      where: { id: { in: old.map(({ id }) => id) }, NOT: { imports: inUse } },
      orderBy: { groupId: "asc" },
    });
    await tx.upload.deleteMany({ where: { id: { in: expired.map(({ id }) => id) } } });
    for (const { id, groupId, fileName } of expired) {
      const event = { chain: groupId, action: "upload.expire", actorId: null, subjectType: "upload", subjectId: id };
      await appendAuditEvent(tx, { ...event, data: { fileName } });
    }
    return expired.length;
  });
}
