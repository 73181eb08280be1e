/** A box in pixels from the top left corner of its image. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A box drawn by a reader. */
export interface ReferenceBox extends Box {
  classIndex: number;
}

/** A box found by a model. */
export interface DetectedBox extends ReferenceBox {
  /** Higher is surer; only the order counts. */
  score: number;
}

/** Intersection over union of two boxes, 0…1; 0 for boxes that only touch. */
export function boxIou(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
