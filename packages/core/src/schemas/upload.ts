import { z } from "zod";
import { id, sha256, slug } from "./common-fields.ts";

export const maxUploadBytes = 64 * 1024 ** 3;

export const createUploadInput = z.object({
  group: slug,
  /** Shown, never used as a path. */
  fileName: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]+$/u),
  sizeBytes: z.int().positive().max(maxUploadBytes),
});
export const getUploadInput = z.object({ uploadId: id });
export const finishUploadInput = z.object({ uploadId: id, sha256, sizeBytes: z.int().positive() });
export const deleteUploadInput = z.object({ uploadId: id });
