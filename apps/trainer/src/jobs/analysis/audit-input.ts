import { placesOfSplit, type splitOrder } from "@diaphane/core";
import { type AuditRequest, attributeGroups } from "@diaphane/model/bias";
import { rowsOf } from "@diaphane/model/probe";
import type { ReadyAnalysis } from "./run-request.ts";

/** An audit but for the class head, which the computing process has. */
export type AuditInput = Omit<AuditRequest, "head">;

export type SplitName = (typeof splitOrder)[number];

/** Where the codes of an analysis are from. */
export function originOf({ claimed: { datasetVersion, modelVersion } }: ReadyAnalysis) {
  return { datasetVersionId: datasetVersion.id, trainedOnId: modelVersion.datasetVersionId };
}

/** Places of the images of a split. */
export function placesOf(ready: ReadyAnalysis, split: SplitName): number[] {
  return placesOfSplit(ready.claimed.samples, originOf(ready), split);
}

/** Codes, labels, subjects and attributes of some images. */
export function auditInput(
  { claimed, rows }: ReadyAnalysis,
  places: readonly number[],
  names: readonly string[],
): AuditInput {
  const { datasetVersion, modelVersion, samples, subjects, attributes } = claimed;
  return {
    modelHash: modelVersion.weightsSha256,
    dataHash: datasetVersion.contentHash,
    classes: datasetVersion.classes,
    codes: rowsOf(rows.mu, rows.latentDim, places),
    labels: Int32Array.from(places, (place) => samples.labels[place] ?? -1),
    ...(subjects ? { subjects: places.map((place) => subjects[place] ?? null) } : {}),
    attributes: attributes.filter(({ name }) => names.includes(name)).map((one) => attributeGroups(one, places)),
  };
}
