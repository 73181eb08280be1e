import type { ShardKind } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { completeImportInput } from "../schemas.ts";
import { lockClaimedImport } from "./find-import.ts";
import { keepStagedSamples, type SampleBatches, stageSamples } from "./staged-samples.ts";
import { summariseStagedSamples } from "./summarise-samples.ts";

/** 100,000 samples took 11 s on two very busy cores: a million must have their time. */
const timeoutMs = 30 * 60_000;

/**
 * Ends an import with the version that it made, whole or not at all. The shards, of images and of masks, are in the store
 * already.
 *
 * @param samples one for each image, in the order of the shards
 * @throws ConflictError `claim-lost`; `cancelled` when it is to stop (then call `failImport`)
 * @throws InvalidInputError `sample-count`, `mask-count` when there are not as many samples or masks as images
 */
export async function completeImport(
  ctx: Context,
  input: unknown,
  samples: SampleBatches,
): Promise<{ datasetVersionId: string; number: number }> {
  requireWorker(ctx.actor);
  const { importId, claim, shards, maskShards, attributes, notes, ...version } = parseInput(completeImportInput, input);
  return await ctx.db.$transaction(
    async (tx) => {
      const { dataset, datasetId, cancelRequested } = await lockClaimedImport(tx, { importId, claim });
      if (cancelRequested) throw new ConflictError("cancelled");
      const staged = await stageSamples(tx, samples);
      const inShards = countOf(shards);
      if (staged !== version.imageCount || inShards !== version.imageCount) {
        throw new InvalidInputError("sample-count", { images: version.imageCount, samples: staged, inShards });
      }
      const masks = version.maskClasses.length > 0 ? version.imageCount : 0;
      if (countOf(maskShards) !== masks) {
        throw new InvalidInputError("mask-count", { masks, inShards: countOf(maskShards) });
      }
      const summary = await summariseStagedSamples(tx, { ...version, attributes });
      await recordArtifact(
        tx,
        ...shards.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes, kind: "SHARD" as const })),
        ...maskShards.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes, kind: "MASK_SHARD" as const })),
      );
      const last = await tx.datasetVersion.findFirst({ where: { datasetId }, orderBy: { number: "desc" } });
      const { id, number } = await tx.datasetVersion.create({
        data: {
          ...version,
          datasetId,
          number: (last?.number ?? 0) + 1,
          summary,
          attributes: { create: attributes },
          shards: { create: [...rowsOf(shards, "IMAGES"), ...rowsOf(maskShards, "MASKS")] },
        },
        select: { id: true, number: true },
      });
      await keepStagedSamples(tx, id);
      const { imageCount, contentHash } = version;
      const done = { status: "SUCCEEDED" as const, progress: 1, imagesDone: imageCount, claim: null };
      await tx.import.update({
        where: { id: importId },
        data: { ...done, notes, datasetVersionId: id, finishedAt: new Date() },
      });
      const event = { chain: dataset.groupId, action: "dataset-version.create", actorId: null };
      const subject = { subjectType: "dataset-version", subjectId: id };
      await appendAuditEvent(tx, {
        ...event,
        ...subject,
        data: { importId, datasetId, number, imageCount, contentHash },
      });
      return { datasetVersionId: id, number };
    },
    { timeout: timeoutMs },
  );
}

interface NewShard {
  sha256: string;
  firstIndex: number;
  count: number;
}

function countOf(shards: readonly NewShard[]): number {
  return shards.reduce((sum, shard) => sum + shard.count, 0);
}

function rowsOf(shards: readonly NewShard[], kind: ShardKind) {
  return shards.map(({ sha256, firstIndex, count }) => ({ kind, sha256, firstIndex, count }));
}
