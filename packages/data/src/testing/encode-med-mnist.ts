import type { ImageSource, SplitName } from "../image-source.ts";
import { encodeNpy, encodeNpz } from "./encode-npz.ts";

const PREFIXES: Record<SplitName, string> = { train: "train", validation: "val", test: "test" };

/** The arrays of a MedMNIST-like file by key, for tests to change before they are zipped. */
export type MedMnistArrays = Record<string, Uint8Array>;

/**
 * Writes a whole source in the layout of MedMNIST, in memory: for small sets in tests. Unlabelled images become 0, and
 * attributes are lost, as the layout has no place for them.
 */
export async function encodeMedMnist(source: ImageSource): Promise<Uint8Array> {
  const { height, width, channels } = source.meta;
  const pixels: Record<SplitName, Uint8Array[]> = { train: [], validation: [], test: [] };
  const labels: Record<SplitName, number[]> = { train: [], validation: [], test: [] };
  const imageBytes = height * width * channels;
  for await (const { images, samples } of source.rows()) {
    samples.forEach(({ split, label }, i) => {
      pixels[split].push(images.subarray(i * imageBytes, (i + 1) * imageBytes));
      labels[split].push(label ?? 0);
    });
  }
  const arrays: MedMnistArrays = {};
  for (const split of ["train", "validation", "test"] as const) {
    const count = labels[split].length;
    const shape = channels === 1 ? [count, height, width] : [count, height, width, channels];
    const data = new Uint8Array(Buffer.concat(pixels[split]));
    arrays[`${PREFIXES[split]}_images`] = encodeNpy({ dtype: "|u1", shape, data });
    const column = Uint8Array.from(labels[split]);
    arrays[`${PREFIXES[split]}_labels`] = encodeNpy({ dtype: "|u1", shape: [count, 1], data: column });
  }
  return encodeNpz(arrays);
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
