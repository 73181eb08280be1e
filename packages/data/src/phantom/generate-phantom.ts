import type { ImageSample } from "../image-source.ts";
import { drawFactors, type PhantomFactors } from "./phantom-factors.ts";
import { type PhantomInput, parsePhantomOptions } from "./phantom-options.ts";
import { planPhantom } from "./phantom-plan.ts";
import { PHANTOM_CLASSES, phantomSample } from "./phantom-sample.ts";
import { renderPhantom } from "./render-phantom.ts";

/** A box in pixels; `right` and `bottom` are the last pixels inside it. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A phantom set in memory, with everything that is known of it. */
export interface PhantomSet {
  count: number;
  height: number;
  width: number;
  channels: 1;
  classes: string[];
  /** uint8 `[count, height, width, 1]` */
  images: Uint8Array;
  /** `[count]` */
  labels: Int32Array;
  samples: ImageSample[];
  factors: PhantomFactors[];
  /** 0 or 1, `[count, height, width]` each */
  masks: { lungs: Uint8Array; heart: Uint8Array; opacity: Uint8Array };
  /** Around the opacity mask; null where there is none, or where less than a pixel of it can be seen. */
  boxes: (PixelBox | null)[];
}

/**
 * Draws a phantom set in memory, with masks, boxes and factors; its images are those of `phantomSource`.
 *
 * @throws DataError `bad-options`
 */
export function generatePhantom(input: PhantomInput): PhantomSet {
  const options = parsePhantomOptions(input);
  const { count, size, seed } = options;
  const plan = planPhantom(options);
  const area = size * size;
  const bytes = () => new Uint8Array(count * area);
  const set: PhantomSet = {
    count,
    height: size,
    width: size,
    channels: 1,
    classes: [...PHANTOM_CLASSES],
    images: bytes(),
    labels: new Int32Array(count),
    samples: [],
    factors: [],
    masks: { lungs: bytes(), heart: bytes(), opacity: bytes() },
    boxes: [],
  };
  for (let index = 0; index < count; index++) {
    const split = plan.splitOf(index);
    const factors = drawFactors(options, split, plan.subjects[index] ?? 0, index);
    renderPhantom(factors, seed, index, { pixels: set.images, masks: set.masks, first: index * area, size });
    set.labels[index] = factors.opacity ? 1 : 0;
    set.samples.push(phantomSample(factors, split));
    set.factors.push(factors);
    set.boxes.push(boxAround(set.masks.opacity.subarray(index * area, (index + 1) * area), size));
  }
  return set;
}

function boxAround(mask: Uint8Array, width: number): PixelBox | null {
  let box: PixelBox | null = null;
  mask.forEach((value, i) => {
    if (value === 0) return;
    const x = i % width;
    const y = Math.floor(i / width);
    box = {
      left: Math.min(box?.left ?? x, x),
      top: Math.min(box?.top ?? y, y),
      right: Math.max(box?.right ?? x, x),
      bottom: Math.max(box?.bottom ?? y, y),
    };
  });
  return box;
}
