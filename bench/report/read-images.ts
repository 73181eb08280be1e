import { gatherTrainingData } from "../../apps/trainer/src/data/gather-training-data.ts";
import { readMedMnist } from "../../packages/data/src/formats/medmnist.ts";
import type { ImageSet, TrainingData } from "../../packages/model/src/images/image-set.ts";

/** A file in our layout in memory. @throws DataError, or Error without test images */
export async function readImages(file: string): Promise<TrainingData & { test: ImageSet }> {
  const source = await readMedMnist(file);
  try {
    const { test, ...others } = await gatherTrainingData(source);
    if (test === undefined) throw new Error(`${file} has no test images`);
    return { ...others, test };
  } finally {
    await source.close();
  }
}
