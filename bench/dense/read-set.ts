import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { readImages } from "../report/read-images.ts";

/** A file with masks or boxes, without labels of whole images, which the peer could not use. @throws as `readImages` */
export async function readDenseSet(file: string) {
  const { train, validation, test } = await readImages(file);
  return { train: withoutLabels(train), validation: withoutLabels(validation), test: withoutLabels(test) };
}

function withoutLabels(set: ImageSet): ImageSet {
  return { ...set, classes: [], labels: new Int32Array(set.count).fill(-1) };
}
