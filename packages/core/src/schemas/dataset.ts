import { z } from "zod";
import { count, displayName, id, jsonObject, pageSize, slug, split } from "./common-fields.ts";

/** Synthetic images by the phantom generator; `options` are its further parameters, which it checks itself. */
export const phantomSource = z.object({
  kind: z.literal("phantom"),
  count: z.int().min(30).max(1_000_000),
  size: z.union([z.literal(28), z.literal(32), z.literal(64), z.literal(128)]).default(64),
  seed: count.default(1),
  options: jsonObject.default({}),
});
export type PhantomSource = z.infer<typeof phantomSource>;

/** An uploaded file; `options` are how it is read (columns, size, splits …), which the reader checks itself. */
export const uploadSource = z.object({ kind: z.literal("upload"), uploadId: id, options: jsonObject.default({}) });

export type UploadSource = z.infer<typeof uploadSource>;

export const importDatasetInput = z.object({
  group: slug,
  name: displayName,
  description: z.string().trim().max(5000).default(""),
  source: z.discriminatedUnion("kind", [uploadSource, phantomSource]),
});

export const getImportInput = z.object({ importId: id });
export const cancelImportInput = z.object({ importId: id });
export const listImportsInput = z.object({ group: slug, datasetId: id.optional(), limit: pageSize });

/** What is read, as the import keeps it. */
export const importSource = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("upload"),
    fileName: z.string(),
    sizeBytes: z.number(),
    options: jsonObject.default({}),
  }),
  phantomSource,
]);
export type ImportSource = z.infer<typeof importSource>;

export const listDatasetsInput = z.object({ group: slug });
export const getDatasetInput = z.object({ datasetId: id });
export const deleteDatasetInput = z.object({ datasetId: id });
export const publishDatasetInput = z.object({ datasetId: id, isPublic: z.boolean() });
export const getDatasetVersionInput = z.object({ versionId: id });
export const getDistributionsInput = z.object({ versionId: id });

/** Any of the splits, any of the labels (null: unlabelled), and for each attribute any of its values; empty: all. */
export const sampleFilter = z.object({
  splits: z.array(split).max(3).default([]),
  labels: z.array(count.nullable()).max(1000).default([]),
  attributes: z.record(z.string().max(200), z.array(z.string().max(500)).max(200)).default({}),
});
export type SampleFilter = z.infer<typeof sampleFilter>;

export const everySample: SampleFilter = { splits: [], labels: [], attributes: {} };

/** A box in pixels of the image, as a sample's column holds it. */
export const sampleBox = z.object({
  /** Index into the version's `boxClasses`. */
  classIndex: z.int().min(0),
  left: z.number(),
  top: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type SampleBox = z.infer<typeof sampleBox>;

/** Empty: there is none. Null: nobody looked. */
export const sampleBoxes = z.array(sampleBox).nullable();

export const listSamplesInput = z.object({
  versionId: id,
  filter: sampleFilter.default(everySample),
  /** Gives the samples after this index. */
  afterIndex: count.or(z.literal(-1)).default(-1),
  limit: pageSize,
});
export const listSampleIndicesInput = z.object({ versionId: id, filter: sampleFilter.default(everySample) });

/** Most images that one request for pixels may name. */
export const maxImagesPerRequest = 512;

export const getSampleImagesInput = z.object({
  versionId: id,
  indices: z.array(count).min(1).max(maxImagesPerRequest),
});
