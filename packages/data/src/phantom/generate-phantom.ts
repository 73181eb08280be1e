import type { ImageBox, ImageSample } from "../image-source.ts";
import type { PhantomFactors } from "./phantom-factors.ts";
import { phantomImage } from "./phantom-image.ts";
import { type PhantomInput, parsePhantomOptions } from "./phantom-options.ts";
import { planPhantom } from "./phantom-plan.ts";
import { PHANTOM_CLASSES } from "./phantom-sample.ts";
import { boxAround } from "./phantom-targets.ts";
import { type PhantomMasks, renderPhantom } from "./render-phantom.ts";

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
  /** `[count, height, width]` each */
  masks: PhantomMasks;
  /** Around the opacity mask; null where there is none, or where less than a pixel of it can be seen. */
  boxes: (ImageBox | null)[];
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
    const { picture, factors, sample } = phantomImage(options, plan, index);
    renderPhantom(factors, seed, picture, { pixels: set.images, masks: set.masks, first: index * area, size });
    set.labels[index] = factors.opacity ? 1 : 0;
    const box = boxAround(set.masks.opacity.subarray(index * area, (index + 1) * area), size);
    set.samples.push({ ...sample, boxes: box ? [box] : [] });
    set.factors.push(factors);
    set.boxes.push(box);
  }
  return set;
}
