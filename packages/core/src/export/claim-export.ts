import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { parseInput } from "../parse-input.ts";
import { claimExportInput } from "../schemas.ts";
import { slugify } from "../slugify.ts";
import { readExportedSamples } from "./exported-samples.ts";
import { lockExport } from "./find-export.ts";

/**
 * Takes an export off the queue, or over from a worker that died. Null: there is nothing to do.
 *
 * @returns the version with its shards, attributes and samples in index order, and the `claim` that the worker's last word must carry
 */
export async function claimExport(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { exportId } = parseInput(claimExportInput, input);
  const claim = randomUUID();
  const found = await ctx.db.$transaction(async (tx) => {
    const locked = await lockExport(tx, exportId);
    if (locked.status !== "QUEUED" && locked.status !== "RUNNING") return null;
    await tx.export.update({ where: { id: exportId }, data: { claim, status: "RUNNING" } });
    return locked;
  });
  if (!found) return null;
  const { summary: _summary, dataset, ...version } = found.datasetVersion;
  return {
    id: exportId,
    claim,
    format: found.format,
    name: `${slugify(dataset.name)}-v${version.number}`,
    isSynthetic: dataset.isSynthetic,
    version,
    shards: await findShards(ctx.db, version.id, "IMAGES"),
    maskShards: await findShards(ctx.db, version.id, "MASKS"),
    attributes: await ctx.db.attribute.findMany({
      where: { datasetVersionId: version.id },
      select: { name: true, kind: true, values: true },
      orderBy: { name: "asc" },
    }),
    samples: await readExportedSamples(ctx.db, version),
  };
}
