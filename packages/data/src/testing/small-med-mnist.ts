import { encodeNpy } from "../formats/export/encode-npz.ts";

/** The arrays of a MedMNIST-like file by key, for tests to change before they are zipped. */
export type MedMnistArrays = Record<string, Uint8Array>;

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
