import { z } from "zod";
import { count } from "./common-fields.ts";

/** Samples of each split. */
export const splitCounts = z.object({ TRAIN: count, VALIDATION: count, TEST: count });
export type SplitCounts = z.infer<typeof splitCounts>;

const discreteDistribution = z.object({
  name: z.string(),
  kind: z.enum(["BINARY", "CATEGORICAL"]),
  /** Null: the sample has no value. */
  values: z.array(z.object({ value: z.string().nullable(), counts: splitCounts })),
});

const continuousDistribution = z.object({
  name: z.string(),
  kind: z.literal("CONTINUOUS"),
  min: z.number(),
  max: z.number(),
  /** Equally wide; the last includes its upper end. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), counts: splitCounts })),
  missing: splitCounts,
});

/** What the distribution charts of a data set version read. */
export const datasetSummary = z.object({
  splits: splitCounts,
  /** One for each class in order, then one for the unlabelled (null) when there are any. */
  labels: z.array(z.object({ label: z.int().min(0).nullable(), counts: splitCounts })),
  attributes: z.array(z.discriminatedUnion("kind", [discreteDistribution, continuousDistribution])),
  /** How many persons the images are of; null when the source does not say. */
  subjects: count.nullable(),
  /** Persons with images in more than one split: scores on such a set are too good. */
  subjectsInSeveralSplits: count,
});
export type DatasetSummary = z.infer<typeof datasetSummary>;
