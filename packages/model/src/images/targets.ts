import type { Pixels } from "./pixels.ts";

/** Pixels of a mask where nobody said what there is: neither learned from nor scored. */
export const IGNORED_PIXEL = 255;

/** A box in pixels of its image: it covers `left … left + width` and `top … top + height`, from the upper left corner. */
export interface Box {
  /** Index into the classes of the detection. */
  classIndex: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a network that segments learns: a class for each pixel. */
export interface Segmentation {
  /** The background first. */
  classes: string[];
  /** uint8 `[count, height, width]`: index into `classes`, or `IGNORED_PIXEL` */
  masks: Pixels;
}

/** What a network that detects learns: boxes. */
export interface Detection {
  classes: string[];
  /** `[count]`, of each image. Empty: there is nothing to find in it. Null: nobody looked. */
  boxes: (readonly Box[] | null)[];
}
