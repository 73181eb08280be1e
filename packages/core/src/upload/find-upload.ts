import type { Transaction, Upload } from "@diaphane/db";
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
