import type { ImageBox } from "../../image-source.ts";

/** A file of annotations in COCO's layout. */
export interface CocoFile {
  images: { id: number; file_name: string; width: number; height: number; subject?: string }[];
  annotations: object[];
  categories: { id: number; name: string }[];
}

export function emptyCoco(classes: readonly string[]): CocoFile {
  return { images: [], annotations: [], categories: classes.map((name, i) => ({ id: i + 1, name })) };
}

export function addBoxes(file: CocoFile, image: number, boxes: readonly ImageBox[]): void {
  for (const { classIndex, left, top, width, height } of boxes) {
    const about = { id: file.annotations.length + 1, image_id: image, category_id: classIndex + 1 };
    file.annotations.push({ ...about, iscrowd: 0, bbox: [left, top, width, height], area: width * height });
  }
}

/** A region for each class that a mask has, as run lengths down the columns. Where nothing is known is lost: COCO has no place for it. */
export function addMask(
  file: CocoFile,
  image: number,
  mask: Uint8Array,
  { width, height, maskClasses }: { width: number; height: number; maskClasses: readonly string[] },
): void {
  for (let value = 1; value < maskClasses.length; value++) {
    const counts = [0];
    let [isIn, area] = [false, 0];
    for (let x = 0; x < width; x++) {
      for (let y = 0; y < height; y++) {
        const isThis = mask[y * width + x] === value;
        if (isThis !== isIn) counts.push(0);
        isIn = isThis;
        counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
        if (isThis) area++;
      }
    }
    if (area === 0) continue;
    const about = { id: file.annotations.length + 1, image_id: image, category_id: value };
    file.annotations.push({ ...about, iscrowd: 1, area, segmentation: { size: [height, width], counts } });
  }
}
