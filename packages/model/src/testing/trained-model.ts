import { loadModel, type Model } from "../bundle/load-model.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import type { ImageSet } from "../images/image-set.ts";
import { train } from "../training/train.ts";
import { defaultTrainingConfig } from "../training/training-config.ts";

/** A nano model that has learned a little from these images. */
export async function trainedModel(images: ImageSet): Promise<Model> {
  return await loadModel(await trainedBundle(images));
}

export async function trainedBundle(images: ImageSet): Promise<Bundle> {
  const { classes, count } = images;
  const config = defaultTrainingConfig({ size: "nano", channels: images.channels === 3 ? 3 : 1, classes, count });
  const data = { train: images, validation: images };
  return await train({ config: { ...config, epochs: 1, batchSize: 8 }, data, seed: 1, draws: 10 });
}
