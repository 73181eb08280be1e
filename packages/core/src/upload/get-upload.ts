import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getUploadInput } from "../schemas.ts";
import { findUploadOrThrow } from "./find-upload.ts";

/** An upload of the actor's own. */
export async function getUpload(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { uploadId } = parseInput(getUploadInput, input);
  const upload = await findUploadOrThrow(ctx.db, userId, uploadId);
  return { ...upload, sizeBytes: Number(upload.sizeBytes) };
}
