import type { z } from "zod";
import { InvalidInputError } from "./errors.ts";

/** @throws InvalidInputError naming the fields that can't be right */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join(".") || "input");
  const reason = result.error.issues[0]?.message ?? "";
  throw new InvalidInputError("invalid-input", { fields: [...new Set(fields)].join(", "), reason });
}
