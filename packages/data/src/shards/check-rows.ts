import { DataError } from "../data-error.ts";
import type { ImageRows, ImageSample, ImageSourceMeta } from "../image-source.ts";
import { boxProblem } from "../targets/box-problem.ts";
import { wrongMaskPixel } from "../targets/wrong-mask-pixel.ts";

/**
 * A source's rows against what its `meta` promises. @param first index of the first of them, for messages
 *
 * @throws DataError `wrong-shape`, `wrong-labels`, `wrong-masks`, `wrong-boxes`
 */
export function checkRows(meta: ImageSourceMeta, rows: ImageRows, first: number): void {
  const area = meta.height * meta.width;
  checkBytes(meta, "images", rows.images, rows.samples.length * area * meta.channels, first);
  if (meta.maskClasses.length > 0 || rows.masks) {
    const masks = rows.masks ?? new Uint8Array();
    checkBytes(meta, "masks", masks, meta.maskClasses.length > 0 ? rows.samples.length * area : 0, first);
    const wrong = wrongMaskPixel(masks, meta.maskClasses.length);
    if (wrong >= 0) {
      const key = `mask ${first + Math.floor(wrong / area)}`;
      const expected = `0 to ${meta.maskClasses.length - 1}, or 255 where nothing is known`;
      const found = String(masks[wrong]);
      throw new DataError({ code: "wrong-masks", file: meta.name, key, expected, found, advice: renumber });
    }
  }
  rows.samples.forEach((sample, i) => {
    checkLabel(meta, sample, first + i);
    checkBoxes(meta, sample, first + i);
  });
}

const renumber = "Number the classes 0, 1, 2, … without gaps.";

function checkBytes(meta: ImageSourceMeta, what: string, bytes: Uint8Array, wanted: number, first: number): void {
  if (bytes.length === wanted) return;
  throw new DataError({
    code: "wrong-shape",
    file: meta.name,
    key: `${what} from ${first}`,
    expected: `${wanted} bytes of ${meta.height} × ${meta.width} ${what}`,
    found: `${bytes.length} bytes`,
    advice: "Pixels and samples of a chunk must belong together.",
  });
}

function checkLabel(meta: ImageSourceMeta, { label }: ImageSample, index: number): void {
  if (label === null || (Number.isInteger(label) && label >= 0 && label < meta.classes.length)) return;
  const expected = `a class from 0 to ${meta.classes.length - 1}, or none`;
  const key = `image ${index}`;
  const found = String(label);
  throw new DataError({ code: "wrong-labels", file: meta.name, key, expected, found, advice: renumber });
}

function checkBoxes(meta: ImageSourceMeta, { boxes }: ImageSample, index: number): void {
  const among = { height: meta.height, width: meta.width, classes: meta.boxClasses.length };
  boxes?.forEach((box, i) => {
    const problem = boxProblem(box, among);
    if (!problem) return;
    const key = `image ${index}, box ${i}`;
    const advice = "Give boxes in pixels of the image that they belong to.";
    throw new DataError({ code: "wrong-boxes", file: meta.name, key, ...problem, advice });
  });
}
