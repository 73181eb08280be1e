import { gatherTrainingData } from "../../apps/trainer/src/data/gather-training-data.ts";
import { readMedMnist } from "../../packages/data/src/formats/medmnist.ts";
import type { ImageSet, TrainingData } from "../../packages/model/src/images/image-set.ts";

/** A set of images with masks or boxes, and a test. */
export type DenseSet = TrainingData & { test: ImageSet };

/** A file in our layout in memory, without labels of whole images, which a peer could not use. @throws DataError, or Error without a test */
export async function readDenseSet(file: string): Promise<DenseSet> {
  const source = await readMedMnist(file);
  try {
    const { train, validation, test } = await gatherTrainingData(source);
    if (test === undefined) throw new Error(`${file} has no test images`);
    return { train: withoutLabels(train), validation: withoutLabels(validation), test: withoutLabels(test) };
  } finally {
    await source.close();
  }
}

function withoutLabels(set: ImageSet): ImageSet {
  return { ...set, classes: [], labels: new Int32Array(set.count).fill(-1) };
}
