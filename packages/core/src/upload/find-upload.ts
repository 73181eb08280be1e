import { Prisma, type Transaction, type Upload } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { NotFoundError } from "../errors.ts";

/** An upload that this user started, if the user may still upload to its group. Throws like `requireScope`. */
export async function findUploadOrThrow(tx: Transaction, userId: string, uploadId: string): Promise<Upload> {
  const upload = await tx.upload.findFirst({ where: { id: uploadId, createdBy: userId, group: memberOf(userId) } });
  if (!upload) throw new NotFoundError("upload");
  await requireScope(tx, { userId, groupId: upload.groupId, scope: "upload:create", entity: "upload" });
  return upload;
}

/** Until the transaction ends no import begins to refer to these; ask after this whether one does. */
export async function lockUploads(tx: Transaction, uploadIds: readonly string[]): Promise<void> {
  if (uploadIds.length === 0) return;
  await tx.$executeRaw`SELECT id FROM uploads WHERE id IN (${Prisma.join([...uploadIds])}) ORDER BY id FOR UPDATE`;
}
