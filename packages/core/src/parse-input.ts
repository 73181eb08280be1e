import type { z } from "zod";
import { InvalidInputError } from "./errors.ts";

/** @throws InvalidInputError naming the fields that can't be right */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) {
    const fields = result.error.issues.map((issue) => issue.path.join(".") || "input");
    const reason = result.error.issues[0]?.message ?? "";
    throw new InvalidInputError("invalid-input", { fields: [...new Set(fields)].join(", "), reason });
  }
  const unstorable = findUnstorable(result.data, []);
  if (unstorable) {
    const reason = "text with a NUL or half a character, which no database keeps";
    throw new InvalidInputError("invalid-input", { fields: unstorable.join(".") || "input", reason });
  }
  return result.data;
}

/** Where there is text, at whatever depth, that PostgreSQL refuses. */
function findUnstorable(value: unknown, path: string[]): string[] | undefined {
  if (typeof value === "string") return /[\0\p{Cs}]/u.test(value) ? path : undefined;
  if (value === null || typeof value !== "object") return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnstorable(key, path) ?? findUnstorable(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
