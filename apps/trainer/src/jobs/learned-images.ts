import { type claimRun, readAttributeNumbers } from "@diaphane/core";
import {
  neededAttributes,
  type SeenList,
  type TrainedOn,
  type TrainingConfig,
  type TrainingData,
} from "@diaphane/model";
import { type PretrainingSet, pretrainingMaterial } from "../data/pretraining-material.ts";
import type { JobServices } from "./job-services.ts";
import { loadVersionImages } from "./load-version-images.ts";

export type ClaimedRun = NonNullable<Awaited<ReturnType<typeof claimRun>>>;

/** The images that a run learns, and how they are told of. */
export interface LearnedImages {
  data: TrainingData;
  trainedOn: TrainedOn[];
  /** Only of several sets, which are fitted to the network already. */
  seen?: SeenList;
}

/** @throws DataError when the store lacks or garbled a shard; OverlapRefused for several sets of which one gives another away */
export async function learnedImages(
  services: JobServices,
  { datasetVersion, samples, boxes, subjects, sets }: ClaimedRun,
  config: TrainingConfig,
): Promise<LearnedImages> {
  if (sets.length > 0) return await ofSeveralSets(services, sets, config);
  const names = neededAttributes(config.objective);
  const attributes = await readAttributeNumbers(services.ctx, { versionId: datasetVersion.id, names });
  const data = await loadVersionImages(services.store, { ...datasetVersion, samples, boxes, subjects, attributes });
  const { contentHash: dataHash, dataset } = datasetVersion;
  return { data, trainedOn: [{ name: dataset.name, dataHash, images: data.train.count }] };
}

async function ofSeveralSets(
  { store }: JobServices,
  sets: ClaimedRun["sets"],
  config: TrainingConfig,
): Promise<LearnedImages> {
  const loaded: PretrainingSet[] = [];
  for (const { datasetVersion, ...rest } of sets) {
    const data = await loadVersionImages(store, { ...datasetVersion, ...rest, attributes: new Map() });
    loaded.push({ name: datasetVersion.dataset.name, data, dataHash: datasetVersion.contentHash });
  }
  // Ids of subjects are a data set's own: in another one the same id is somebody else.
  return await pretrainingMaterial(loaded, config.model, { allowOverlap: false, unrelatedSubjects: true });
}
