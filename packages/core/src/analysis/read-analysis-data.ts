import type { Database } from "@diaphane/db";
import { readAttributeColumns } from "../dataset/read-attribute-columns.ts";
import { readVersionImages } from "../dataset/version-images.ts";
import { findLatentShards } from "../latent-set/find-latent-shards.ts";

/**
 * All that an analysis needs of a latent set's data: images with labels, splits, subjects, boxes and attributes as columns in index
 * order, and the codes that are there (`latentShards`). The caller has checked that they may be seen.
 */
export async function readAnalysisData(db: Database, latentSet: { id: string; datasetVersionId: string }) {
  return {
    latentSetId: latentSet.id,
    ...(await readVersionImages(db, latentSet.datasetVersionId)),
    attributes: await readAttributeColumns(db, latentSet.datasetVersionId),
    latentShards: await findLatentShards(db, latentSet.id),
  };
}
