import type { Prisma } from "@diaphane/db";

/** Which analyses are atlases of a version: done, and over the data that it was trained on. */
export function atlasOfVersion(version: { id: string; datasetVersionId: string }): Prisma.AnalysisWhereInput {
  const latentSet = { modelVersionId: version.id, datasetVersionId: version.datasetVersionId };
  return { kind: "ATLAS", status: "SUCCEEDED", latentSet };
}
