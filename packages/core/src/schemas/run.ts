import { z } from "zod";
import { count, displayName, id, jobStatus, jsonObject, pageSize, sha256, slug } from "./common-fields.ts";

/** Of everything random in a training. */
export const seed = count;

export const startTrainingInput = z.object({
  group: slug,
  datasetVersionId: id,
  /** The group's model of this name gets a new version, or is made. */
  modelName: displayName,
  /** The whole training configuration; packages/model defines and checks it, before this and again in the trainer. */
  config: jsonObject,
  seed,
  /** The version of one of the group's models that training starts from; `config` says how. */
  parentId: id.optional(),
});

/** How many data sets can be learned at once: all of their images are in memory. */
export const pretrainingSets = { least: 2, most: 12 } as const;

export const startPretrainingInput = startTrainingInput.omit({ datasetVersionId: true, parentId: true }).extend({
  /** In the order of the configuration's class groups. */
  datasetVersionIds: z
    .array(id)
    .min(pretrainingSets.least)
    .max(pretrainingSets.most)
    .refine((ids) => new Set(ids).size === ids.length, { message: "each version once" }),
});

export const getRunInput = z.object({ runId: id });
export const cancelRunInput = z.object({ runId: id });
export const listRunsInput = z.object({
  group: slug,
  modelId: id.optional(),
  status: z.array(jobStatus).max(5).optional(),
  /** A large sweep would fill the list, so it may be left out: it has a page of its own. */
  withSweeps: z.boolean().default(true),
  /** Gives the runs made before that one; newest first. */
  beforeRunId: id.optional(),
  limit: pageSize,
});
export const listRunEventsInput = z.object({
  runId: id,
  afterId: z.int().min(0).default(0),
  limit: z.int().min(1).max(5000).default(1000),
});
export const readArtifactInput = z.object({ runId: id, sha256 });

/** How many runs can be told apart in one picture. */
export const comparedRuns = { least: 2, most: 6 } as const;

export const compareRunsInput = z.object({
  group: slug,
  runIds: z
    .array(id)
    .min(comparedRuns.least)
    .max(comparedRuns.most)
    .refine((ids) => new Set(ids).size === ids.length, { message: "each run once" }),
});
