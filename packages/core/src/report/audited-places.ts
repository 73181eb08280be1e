import { type SampleColumns, splitOrder } from "../dataset/sample-columns.ts";

/** Of which data set version codes are, and which one their model learned from. */
interface Origin {
  datasetVersionId: string;
  trainedOnId: string;
}

/** Places of the images of a split. Of data that the model was not trained on, all of them are test images. */
export function placesOfSplit(
  { indices, splits }: SampleColumns,
  { datasetVersionId, trainedOnId }: Origin,
  split: (typeof splitOrder)[number],
): number[] {
  const all = Array.from(indices);
  if (datasetVersionId !== trainedOnId) return split === "TEST" ? all : [];
  return all.filter((_, row) => splits[row] === splitOrder.indexOf(split));
}

/** Places of the images that a bias report is over, in order: the test images, or those for validation where there are none. */
export function auditedPlaces(samples: SampleColumns, origin: Origin): number[] {
  const test = placesOfSplit(samples, origin, "TEST");
  return test.length > 0 ? test : placesOfSplit(samples, origin, "VALIDATION");
}
