import { z } from "zod";
import { displayName, id } from "./common-fields.ts";

export const readReportCasesInput = z.object({ reportId: id });

export const nameSlicesInput = z.object({
  reportId: id,
  /** Places in the report: what several have in common can be named at once. */
  slices: z
    .array(z.int().min(0).max(10_000))
    .min(1)
    .max(64)
    .refine((places) => new Set(places).size === places.length, { message: "each slice once" }),
  name: displayName,
});
export const listDerivedAttributesInput = z.object({ versionId: id });
export const renameDerivedAttributeInput = z.object({ attributeId: id, name: displayName });
export const removeDerivedAttributeInput = z.object({ attributeId: id });
