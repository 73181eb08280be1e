import type { ImageSet, Segmentation, TrainingData } from "@diaphane/model";
import { openPixelFile, type PixelFile } from "./pixel-file.ts";

/** An image set whose pixels lie in files: plain data, whatever its size. */
export interface SpooledSet extends Omit<ImageSet, "images" | "segmentation"> {
  images: PixelFile;
  segmentation?: Omit<Segmentation, "masks"> & { masks: PixelFile };
}

export type SpooledData = { [Split in keyof TrainingData]: SpooledSet };

/** For the process that trains, which ends with its training: the files stay open until then. */
export function openSpooledData({ train, validation, test }: SpooledData): TrainingData {
  const data = { train: openSpooledSet(train), validation: openSpooledSet(validation) };
  return test ? { ...data, test: openSpooledSet(test) } : data;
}

function openSpooledSet({ images, segmentation, ...set }: SpooledSet): ImageSet {
  const opened: ImageSet = { ...set, images: openPixelFile(images) };
  if (segmentation) opened.segmentation = { ...segmentation, masks: openPixelFile(segmentation.masks) };
  return opened;
}
