import { z } from "zod";
import { attributeKind, count, id, jsonObject, sha256 } from "./common-fields.ts";
import { runEvent } from "./run-event.ts";

const claim = z.uuid();
const artifact = z.object({ sha256, sizeBytes: z.int().min(0) });
const shard = artifact.extend({ firstIndex: count, count: count.min(1) });

export const claimImportInput = z.object({ importId: id });
export const progressImportInput = z.object({
  importId: id,
  claim,
  /** 0…1 */
  progress: z.number().min(0).max(1),
  imagesDone: count,
});
export const completeImportInput = z.object({
  importId: id,
  claim,
  contentHash: sha256,
  imageCount: count.min(1),
  height: count.min(1),
  width: count.min(1),
  channels: z.union([z.literal(1), z.literal(3)]),
  classes: z.array(z.string()),
  /** Empty when there are no masks; then there are no shards of them either. */
  maskClasses: z.array(z.string()).max(255).default([]),
  boxClasses: z.array(z.string()).default([]),
  hasSubjects: z.boolean(),
  attributes: z.array(z.object({ name: z.string().min(1), kind: attributeKind, values: z.array(z.string()) })),
  shards: z.array(shard).min(1),
  maskShards: z.array(shard).default([]),
});
/** `code` is translated; `detail` fills it in (a DataError's `toJSON()`, say). */
const failure = { code: z.string().min(1).max(100), detail: jsonObject.default({}) };
export const failImportInput = z.object({ importId: id, claim, ...failure });

export const readAttributeNumbersInput = z.object({
  versionId: id,
  names: z.array(z.string().min(1).max(200)).max(256),
});
export const claimRunInput = z.object({ runId: id });
export const heartbeatRunInput = z.object({ runId: id, claim });
export const appendRunEventsInput = z.object({
  runId: id,
  claim,
  events: z.array(runEvent).min(1).max(1000),
  /** Artifacts that the events name for the first time: reconstructions. */
  artifacts: z.array(artifact.extend({ kind: z.literal("RECONSTRUCTIONS") })).default([]),
});
export const saveRunCheckpointInput = artifact.extend({ runId: id, claim, step: count });
export const completeRunInput = z.object({
  runId: id,
  claim,
  step: count,
  size: z.string().min(1).max(40),
  manifest: artifact,
  weights: artifact,
  /** Digests of what the model has learned from. */
  seen: artifact.optional(),
  /** Names the exact model: the hash of the manifest, which holds the weights' hash. */
  bundleHash: sha256,
  parameterCount: count.min(1),
  multiplyAdds: z.int().min(0),
  metrics: jsonObject,
});
export const failRunInput = z.object({ runId: id, claim, step: count.default(0), ...failure });
export const finishCancelledRunInput = z.object({ runId: id, claim, step: count });

export const claimAnalysisInput = z.object({ analysisId: id });
export const progressAnalysisInput = z.object({ analysisId: id, claim, progress: z.number().min(0).max(1) });
export const saveLatentShardInput = artifact.extend({
  analysisId: id,
  claim,
  /** One of the analysis's two, its own unless given. */
  latentSetId: id.optional(),
  latentDim: z.int().min(1).max(256),
  classCount: z.int().min(0).max(1000),
  firstIndex: count,
  count: count.min(1),
});
/** `result` is left out for codes alone. */
export const completeAnalysisInput = z.object({ analysisId: id, claim, result: artifact.optional() });
export const failAnalysisInput = z.object({ analysisId: id, claim, ...failure });
