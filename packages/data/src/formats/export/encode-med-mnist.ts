import { DataError } from "../../data-error.ts";
import { type ImageSource, SPLITS } from "../../image-source.ts";
import { SPLIT_PREFIXES } from "../npz-keys.ts";
import { encodeNpy, encodeNpz, encodeTexts } from "./encode-npz.ts";

/**
 * Writes a source in the layout of docs/formats.md: images and labels, and masks, boxes, subjects and all names where the
 * source has them. Attributes are lost, as the layout has no place for them. All of it is in memory, as zipping needs it.
 *
 * @throws DataError `wrong-labels` for an image without a label among others; `missing-key` for a split without images
 */
export async function encodeMedMnist(source: ImageSource): Promise<Uint8Array> {
  const { name, height, width, channels, classes, maskClasses, boxClasses } = source.meta;
  const parts = { train: emptyPart(), validation: emptyPart(), test: emptyPart() };
  const area = height * width;
  for await (const { images, masks, samples } of source.rows()) {
    samples.forEach(({ split, label, subject, boxes }, i) => {
      const part = parts[split];
      for (const box of boxes ?? []) {
        part.boxes.push(part.labels.length, box.classIndex, box.left, box.top, box.width, box.height);
      }
      part.pixels.push(images.subarray(i * area * channels, (i + 1) * area * channels));
      if (masks) part.masks.push(masks.subarray(i * area, (i + 1) * area));
      part.labels.push(label);
      part.subjects.push(subject);
    });
  }
  const hasSubjects = SPLITS.every((split) => parts[split].subjects.every((subject) => subject !== null));
  const arrays: Record<string, Uint8Array> = {};
  for (const [i, split] of SPLITS.entries()) {
    const { pixels, labels, masks, boxes, subjects } = parts[split];
    const count = labels.length;
    const prefix = SPLIT_PREFIXES[i] ?? split;
    if (count === 0) throw noImages(name, split);
    const shape = channels === 1 ? [count, height, width] : [count, height, width, channels];
    arrays[`${prefix}_images`] = encodeNpy({ dtype: "|u1", shape, data: joined(pixels) });
    if (classes.length > 0) arrays[`${prefix}_labels`] = encodeLabels(name, split, labels);
    if (maskClasses.length > 0) {
      arrays[`${prefix}_masks`] = encodeNpy({ dtype: "|u1", shape: [count, height, width], data: joined(masks) });
    }
    if (boxClasses.length > 0) arrays[`${prefix}_boxes`] = encodeBoxes(boxes);
    if (hasSubjects) arrays[`${prefix}_subjects`] = encodeTexts(subjects.map((subject) => subject ?? ""));
  }
  const names = { class_names: classes, mask_classes: maskClasses, box_classes: boxClasses };
  for (const [key, texts] of Object.entries(names)) if (texts.length > 0) arrays[key] = encodeTexts(texts);
  return encodeNpz(arrays);
}

/** Rows image, class, left, top, width, height as float64 `[m, 6]`. */
export function encodeBoxes(values: readonly number[]): Uint8Array {
  const data = new Uint8Array(Float64Array.from(values).buffer);
  return encodeNpy({ dtype: "<f8", shape: [values.length / 6, 6], data });
}

function encodeLabels(file: string, split: string, labels: readonly (number | null)[]): Uint8Array {
  const numbers = labels.map((label, row) => {
    if (label !== null) return label;
    const key = `${split} image ${row}`;
    const advice = "Leave images without a label out, or export as a folder, which has a place for them.";
    throw new DataError({
      code: "wrong-labels",
      file,
      key,
      expected: "a label for every image",
      found: "none",
      advice,
    });
  });
  return encodeNpy({ dtype: "<i4", shape: [labels.length, 1], data: new Uint8Array(Int32Array.from(numbers).buffer) });
}

function noImages(file: string, split: string): DataError {
  const advice = "Draw the splits anew (resplit), or export as a folder.";
  const expected = "images in every split, as the layout of MedMNIST asks";
  return new DataError({ code: "missing-key", file, key: split, expected, found: "none", advice });
}

function emptyPart() {
  const [pixels, masks]: [Uint8Array[], Uint8Array[]] = [[], []];
  const labels: (number | null)[] = [];
  const boxes: number[] = [];
  const subjects: (string | null)[] = [];
  return { pixels, masks, labels, boxes, subjects };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
