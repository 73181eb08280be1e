import { z } from "zod";

const withAttributes = z.object({ attributes: z.array(z.string()) });

/** By what a report was asked for: of the parameters of its analysis. */
export function reportAttributes(parameters: unknown): string[] {
  return withAttributes.safeParse(parameters).data?.attributes ?? [];
}
