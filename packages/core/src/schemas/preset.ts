import { z } from "zod";
import { analysisRequest } from "./analysis.ts";
import { displayName, id, pageSize, slug } from "./common-fields.ts";

export const listReportsInput = z.object({
  group: slug,
  modelVersionId: id.optional(),
  /** Gives the reports made before that one; newest first. */
  beforeReportId: id.optional(),
  limit: pageSize,
});

/** How a preset is fitted: packages/model knows the methods. */
const fit = { datasetVersionId: id, request: analysisRequest.refine(({ kind }) => kind === "PRESET") };

export const startPresetInput = z.object({
  ...fit,
  modelVersionId: id,
  name: displayName,
  description: z.string().trim().max(4000).default(""),
});
export const refitPresetInput = z.object({ ...fit, presetId: id });
export const getPresetInput = z.object({ presetId: id });
export const listPresetsInput = z.object({ group: slug, modelVersionId: id.optional() });
export const releasePresetInput = z.object({ presetId: id });
export const getReleasedPresetInput = z.object({ slug });
export const listReleasedPresetsInput = z.object({ modelVersionId: id.optional() });

/** Why something is as it is: a sentence at least. */
export const reason = z.string().trim().min(3).max(2000);
export const retirePresetInput = z.object({ presetId: id, reason });
export const releaseModelVersionInput = z.object({ modelVersionId: id });
export const retireModelVersionInput = z.object({ modelVersionId: id, reason });
