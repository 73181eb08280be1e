import { readImages } from "@diaphane/data";
import type { StoreContext } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { readReportPlaces } from "../report/load-report-cases.ts";
import { getAuditImagesInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/**
 * Pixels of images that the newest revision's report is over: uint8 `[indices.length, height, width, channels]`, in the order
 * asked for. A guest reviewer sees these, and none other of the data set.
 */
export async function getAuditImages(ctx: StoreContext, input: unknown) {
  const { auditId, indices } = parseInput(getAuditImagesInput, input);
  const { revision } = await findAuditOrThrow(ctx.db, ctx.actor, { auditId, scope: "audit:read" });
  const { datasetVersionId, places } = await readReportPlaces(ctx.db, revision.reportId);
  const granted = new Set(places);
  if (indices.some((index) => !granted.has(index))) throw new NotFoundError("image");
  const { height, width, channels } = await ctx.db.datasetVersion.findUniqueOrThrow({
    where: { id: datasetVersionId },
    select: { height: true, width: true, channels: true },
  });
  const shards = await findShards(ctx.db, datasetVersionId, "IMAGES");
  return { images: await readImages(ctx.store, shards, indices, height * width * channels), height, width, channels };
}
