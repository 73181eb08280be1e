import { fitImages } from "./fit-images.ts";
import { fitBoxes, fitMasks } from "./fit-targets.ts";
import type { ImageSet } from "./image-set.ts";

/** Brings images to the size and channels that a network reads (`fitImages`), and their masks and boxes with them. */
export function fitImageSet(set: ImageSet, size: number, channels: 1 | 3): ImageSet {
  const { segmentation, detection } = set;
  const fitted: ImageSet = { ...set, ...fitImages(set, size, channels) };
  if (segmentation) fitted.segmentation = { ...segmentation, masks: fitMasks(segmentation.masks, set, size) };
  if (detection) {
    const boxes = detection.boxes.map((ofImage) => ofImage && fitBoxes(ofImage, set, size));
    fitted.detection = { ...detection, boxes };
  }
  return fitted;
}
