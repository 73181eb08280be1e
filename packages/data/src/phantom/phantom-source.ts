import type { ImageRows, ImageSample, ImageSource } from "../image-source.ts";
import { phantomImage } from "./phantom-image.ts";
import { type PhantomInput, parsePhantomOptions } from "./phantom-options.ts";
import { planPhantom } from "./phantom-plan.ts";
import { PHANTOM_CLASSES, phantomAttributes } from "./phantom-sample.ts";
import { boxAround, joinMasks, PHANTOM_BOX_CLASSES, PHANTOM_MASK_CLASSES } from "./phantom-targets.ts";
import { type PhantomMasks, renderPhantom } from "./render-phantom.ts";

const CHUNK_IMAGES = 256;

/**
 * The phantom as a source of images, drawn while they are read: what the import job packs. With masks of lungs, heart and
 * opacity, and a box around each opacity of which a pixel can be seen. Same options, same bytes.
 *
 * @throws DataError `bad-options`
 */
export function phantomSource(input: PhantomInput): ImageSource {
  const options = parsePhantomOptions(input);
  const { count, size, seed } = options;
  const plan = planPhantom(options);

  async function* rows(): AsyncGenerator<ImageRows> {
    const area = size * size;
    const part = () => new Uint8Array(CHUNK_IMAGES * area);
    const drawn: PhantomMasks = { lungs: part(), heart: part(), opacity: part() };
    for (let start = 0; start < count; start += CHUNK_IMAGES) {
      const length = Math.min(CHUNK_IMAGES, count - start);
      const images = new Uint8Array(length * area);
      const masks = new Uint8Array(length * area);
      const samples: ImageSample[] = [];
      for (let i = 0; i < length; i++) {
        const index = start + i;
        const { picture, factors, sample } = phantomImage(options, plan, index);
        renderPhantom(factors, seed, picture, { pixels: images, masks: drawn, first: i * area, size });
        const box = boxAround(drawn.opacity.subarray(i * area, (i + 1) * area), size);
        samples.push({ ...sample, boxes: box ? [box] : [] });
      }
      joinMasks(drawn, masks);
      yield { images, masks, samples };
      // Drawing a chunk takes a quarter of a second: let a worker's heartbeat and cancellation in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    meta: {
      name: "phantom",
      count,
      height: size,
      width: size,
      channels: 1,
      classes: [...PHANTOM_CLASSES],
      maskClasses: [...PHANTOM_MASK_CLASSES],
      boxClasses: [...PHANTOM_BOX_CLASSES],
      attributes: phantomAttributes(options),
      hasSubjects: true,
      isSynthetic: true,
    },
    rows,
    close: async () => {},
  };
}
