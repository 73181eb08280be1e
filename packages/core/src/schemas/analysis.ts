import { z } from "zod";
import { count, displayName, id } from "./common-fields.ts";

export const analysisKind = z.enum([
  "ENCODING",
  "ATLAS",
  "MAP",
  "DIRECTION",
  "EXPLANATION_CHECK",
  "BIAS_REPORT",
  "PRESET",
]);
export type AnalysisKind = z.infer<typeof analysisKind>;

const seed = count.default(1);

const attributeNames = z
  .array(z.string().min(1).max(200))
  .min(1)
  .max(24)
  .refine((names) => new Set(names).size === names.length, { message: "each attribute once" });

/** Of the bootstrap. */
const draws = z.int().min(100).max(10_000).default(1000);

/** What is asked of each kind of analysis; the same seed gives the same result. */
export const analysisRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ENCODING") }),
  z.object({ kind: z.literal("ATLAS"), seed }),
  z.object({
    kind: z.literal("MAP"),
    method: z.enum(["pca", "umap"]),
    seed,
    neighbours: z.int().min(2).max(200).default(15),
    minDistance: z.number().min(0).max(1).default(0.1),
  }),
  z.object({
    kind: z.literal("DIRECTION"),
    attribute: z.string().min(1).max(200),
    /** Which value of a categorical attribute, against all others; of a binary one the second unless given; of a number it means nothing. */
    value: z.string().min(1).max(200).optional(),
    method: z.enum(["mean-difference", "lda", "logistic"]),
    withinClass: z.boolean().default(false),
    /** Images with one value of this attribute show the same picture, without and with the other one; left out: each shows its own. */
    pairedBy: z.string().min(1).max(200).optional(),
    resamples: z.int().min(100).max(1000).default(100),
    seed,
  }),
  z.object({ kind: z.literal("EXPLANATION_CHECK"), images: z.int().min(2).max(500).default(64), seed }),
  z.object({ kind: z.literal("BIAS_REPORT"), attributes: attributeNames, draws, seed }),
  z.object({
    kind: z.literal("PRESET"),
    attributes: attributeNames,
    method: z.string().min(1).max(60),
    /** 1: the attribute. 2: also how it goes with each label. */
    rank: z.union([z.literal(1), z.literal(2)]).default(1),
    /** Strength that it is offered at; left out, the one that is best on the selection set. */
    alpha: z.number().min(0).max(1).optional(),
    /** Data from elsewhere that it is judged on too: another set of the group, with the same classes and these attributes. */
    externalDatasetVersionId: id.optional(),
    draws,
    seed,
  }),
]);
export type AnalysisRequest = z.infer<typeof analysisRequest>;

export const startAnalysisInput = z.object({
  modelVersionId: id,
  /** The data that the version was trained on unless given; of the same group. */
  datasetVersionId: id.optional(),
  request: analysisRequest,
});
export const getAnalysisInput = z.object({ analysisId: id });
export const listAnalysesInput = z.object({ modelVersionId: id, kind: analysisKind.optional() });
export const cancelAnalysisInput = z.object({ analysisId: id });
export const openAnalysisResultInput = z.object({ analysisId: id });
export const openAtlasInput = z.object({ modelVersionId: id });

export const listLatentSetsInput = z.object({ modelVersionId: id });
export const readLatentCodesInput = z.object({ latentSetId: id });
export const readComposingCasesInput = z.object({ modelVersionId: id, datasetVersionId: id });
export const findSiblingCodesInput = z.object({ latentSetId: id });

const latent = z.int().min(0).max(255);
export const nameLatentInput = z.object({
  modelVersionId: id,
  latent,
  /** Empty takes the name away. */
  name: z.union([z.literal(""), displayName]),
  meaning: z.string().trim().max(2000).default(""),
});
export const listLatentNamesInput = z.object({ modelVersionId: id });
