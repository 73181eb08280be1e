import { z } from "zod";

const withAttributes = z.object({ attributes: z.array(z.string()) });

/** By what a report or a preset was asked for: the parameters of its analysis. */
export function attributesOf(parameters: unknown): string[] {
  return withAttributes.safeParse(parameters).data?.attributes ?? [];
}
