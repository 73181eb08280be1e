import type { Database } from "@diaphane/db";
import { NotFoundError } from "../errors.ts";
import { findShards } from "./find-shards.ts";
import { readSampleBoxes } from "./sample-boxes.ts";
import { readSampleColumns } from "./sample-columns.ts";
import { readSampleSubjects } from "./sample-subjects.ts";

/**
 * A version's images (`shards`) and masks (`maskShards`, none when it has no masks) with `samples` as columns, `boxes` and `subjects` of
 * each (null when it has none at all) in index order.
 */
export async function readVersionImages(db: Database, versionId: string) {
  const { summary: _summary, ...version } = await db.datasetVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { dataset: { select: { name: true, isSynthetic: true } } },
  });
  const shards = await findShards(db, version.id, "IMAGES");
  const maskShards = await findShards(db, version.id, "MASKS");
  const samples = await readSampleColumns(db, version.id);
  if (samples.indices.length !== version.imageCount) throw new NotFoundError("samples");
  const boxes = version.boxClasses.length > 0 ? await readSampleBoxes(db, version) : null;
  const subjects = version.hasSubjects ? await readSampleSubjects(db, version.id) : null;
  return { datasetVersion: { ...version, shards, maskShards }, samples, boxes, subjects };
}
