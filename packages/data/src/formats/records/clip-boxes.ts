import type { ImageBox } from "../../image-source.ts";

/** Boxes cut to the image; those with nothing left, or that are no boxes, are left out. */
export function clipBoxes(
  boxes: readonly ImageBox[],
  { width, height }: { width: number; height: number },
): { boxes: ImageBox[]; left: number } {
  const kept: ImageBox[] = [];
  for (const box of boxes) {
    const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
    const right = Math.min(width, box.left + box.width);
    const bottom = Math.min(height, box.top + box.height);
    if (right > left && bottom > top) {
      kept.push({ classIndex: box.classIndex, left, top, width: right - left, height: bottom - top });
    }
  }
  return { boxes: kept, left: boxes.length - kept.length };
}
