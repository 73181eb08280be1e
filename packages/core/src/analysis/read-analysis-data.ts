import type { Database } from "@diaphane/db";
import { readVersionImages } from "../dataset/version-images.ts";
import { readKnownColumns } from "../derived-attribute/read-known-columns.ts";
import { findLatentShards } from "../latent-set/find-latent-shards.ts";
import type { AnalysisRequest } from "../schemas.ts";
import { requestedAttributes } from "./requested-attributes.ts";

/**
 * All that an analysis needs of a latent set's data: images with labels, splits, subjects, boxes and attributes as columns in index
 * order, and the codes that are there (`latentShards`). The caller has checked that they may be seen.
 */
export async function readAnalysisData(
  db: Database,
  latentSet: { id: string; datasetVersionId: string },
  request: AnalysisRequest,
) {
  return {
    latentSetId: latentSet.id,
    ...(await readVersionImages(db, latentSet.datasetVersionId)),
    attributes: await readKnownColumns(db, latentSet.datasetVersionId, requestedAttributes(request)),
    latentShards: await findLatentShards(db, latentSet.id),
  };
}
