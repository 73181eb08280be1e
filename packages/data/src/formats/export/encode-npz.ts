import { zipSync } from "fflate";

/** One array to write: `data` is little-endian, C order. */
export interface NpyInput {
  /** numpy's name of the element type, such as `|u1`. */
  dtype: string;
  shape: readonly number[];
  data: Uint8Array;
  fortranOrder?: boolean;
}

/** The bytes of a .npy (version 1.0), as `numpy.save` writes it. Nothing is checked, so that bad files can be made too. */
export function encodeNpy({ dtype, shape, data, fortranOrder = false }: NpyInput): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const order = fortranOrder ? "True" : "False";
  return encodeRawNpy(`{'descr': '${dtype}', 'fortran_order': ${order}, 'shape': ${tuple}, }`, data);
}

/** A .npy with any header text, padded to a multiple of 64 as the format asks. */
export function encodeRawNpy(header: string, data: Uint8Array): Uint8Array {
  const length = Math.ceil((10 + header.length + 1) / 64) * 64 - 10;
  const bytes = new Uint8Array(10 + length + data.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8]);
  bytes.set(new TextEncoder().encode(`${header.padEnd(length - 1)}\n`), 10);
  bytes.set(data, 10 + length);
  return bytes;
}

/** A .npy of text, `[k]`, as `numpy.save` writes an array of Python strings. */
export function encodeTexts(texts: readonly string[]): Uint8Array {
  const points = texts.map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const longest = Math.max(1, ...points.map((one) => one.length));
  const data = new Uint8Array(texts.length * longest * 4);
  const view = new DataView(data.buffer);
  points.forEach((one, i) => {
    one.forEach((code, j) => {
      view.setUint32((i * longest + j) * 4, code, true);
    });
  });
  return encodeNpy({ dtype: `<U${longest}`, shape: [texts.length], data });
}

/** An .npz of .npy bytes by key. The same arrays always give the same bytes. */
export function encodeNpz(arrays: Record<string, Uint8Array>, { compress = true } = {}): Uint8Array {
  const files = Object.fromEntries(Object.entries(arrays).map(([key, bytes]) => [`${key}.npy`, bytes]));
  return zipSync(files, { level: compress ? 6 : 0, mtime: "2020-01-01T00:00:00Z" });
}
