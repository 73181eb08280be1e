import type { ImageSource, SplitName } from "../image-source.ts";
import { encodeNpy, encodeNpz, encodeTexts } from "./encode-npz.ts";

const PREFIXES: Record<SplitName, string> = { train: "train", validation: "val", test: "test" };

/** The arrays of a MedMNIST-like file by key, for tests to change before they are zipped. */
export type MedMnistArrays = Record<string, Uint8Array>;

/**
 * Writes a whole source in the layout of MedMNIST, in memory: for small sets in tests. Unlabelled images become 0, and
 * attributes are lost, as the layout has no place for them.
 *
 * @param withTargets masks, boxes, subjects and the names of all classes too
 */
export async function encodeMedMnist(source: ImageSource, { withTargets = false } = {}): Promise<Uint8Array> {
  const { height, width, channels, classes, maskClasses, boxClasses } = source.meta;
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
      part.labels.push(label ?? 0);
      part.subjects.push(subject ?? "");
    });
  }
  const arrays: MedMnistArrays = {};
  for (const split of ["train", "validation", "test"] as const) {
    const { pixels, labels, masks, boxes, subjects } = parts[split];
    const count = labels.length;
    const prefix = PREFIXES[split];
    const shape = channels === 1 ? [count, height, width] : [count, height, width, channels];
    arrays[`${prefix}_images`] = encodeNpy({ dtype: "|u1", shape, data: joined(pixels) });
    const column = Uint8Array.from(labels);
    arrays[`${prefix}_labels`] = encodeNpy({ dtype: "|u1", shape: [count, 1], data: column });
    if (!withTargets) continue;
    arrays[`${prefix}_masks`] = encodeNpy({ dtype: "|u1", shape: [count, height, width], data: joined(masks) });
    arrays[`${prefix}_boxes`] = encodeBoxes(boxes);
    arrays[`${prefix}_subjects`] = encodeTexts(subjects);
  }
  const names = { class_names: classes, mask_classes: maskClasses, box_classes: boxClasses };
  for (const [key, texts] of Object.entries(withTargets ? names : {})) arrays[key] = encodeTexts(texts);
  return encodeNpz(arrays);
}

/** Rows image, class, left, top, width, height as float64 `[m, 6]`. */
export function encodeBoxes(values: readonly number[]): Uint8Array {
  const data = new Uint8Array(Float64Array.from(values).buffer);
  return encodeNpy({ dtype: "<f8", shape: [values.length / 6, 6], data });
}

function emptyPart() {
  const [pixels, masks]: [Uint8Array[], Uint8Array[]] = [[], []];
  const [labels, boxes]: [number[], number[]] = [[], []];
  const subjects: string[] = [];
  return { pixels, masks, labels, boxes, subjects };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A small valid set with a reproducible pattern: image i is filled from i, and labels alternate. */
export function smallMedMnist(
  channels: 1 | 3 = 1,
  counts: readonly [number, number, number] = [6, 4, 2],
): MedMnistArrays {
  const arrays: MedMnistArrays = {};
  ["train", "val", "test"].forEach((prefix, part) => {
    const count = counts[part] ?? 0;
    const shape = channels === 1 ? [count, 28, 28] : [count, 28, 28, 3];
    const data = Uint8Array.from({ length: count * 28 * 28 * channels }, (_, i) => (i * 7 + part) % 251);
    arrays[`${prefix}_images`] = encodeNpy({ dtype: "|u1", shape, data });
    const column = Uint8Array.from({ length: count }, (_, i) => i % 2);
    arrays[`${prefix}_labels`] = encodeNpy({ dtype: "|u1", shape: [count, 1], data: column });
  });
  return arrays;
}
