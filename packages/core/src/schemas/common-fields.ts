import { z } from "zod";

export const id = z.string().min(1).max(64);

/** A group's name in addresses: `/g/<slug>`. */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The lower-case hex SHA-256 that names an artifact. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A name that people read: one line, trimmed, not empty. */
export const displayName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Languages that Diaphane speaks. */
export const locales = ["en", "es"] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

export const role = z.enum(["ANNOTATOR", "RESEARCHER", "REVIEWER", "OWNER"]);
export const split = z.enum(["TRAIN", "VALIDATION", "TEST"]);

export const attributeKind = z.enum(["BINARY", "CATEGORICAL", "CONTINUOUS"]);

/** A job's state, of imports and runs alike. */
export const jobStatus = z.enum(["QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"]);

/** A number of things, or the place of one among them: what a column of type `int` holds. */
export const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** How many rows a list gives at once. */
export const pageSize = z.int().min(1).max(500).default(50);

const maxJsonBytes = 256 * 1024;

/** A JSON object whose inside is somebody else's to check (packages/model knows the training configuration). */
export const jsonObject = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length <= maxJsonBytes, { message: `at most ${maxJsonBytes} bytes` });
export type JsonObject = z.infer<typeof jsonObject>;
