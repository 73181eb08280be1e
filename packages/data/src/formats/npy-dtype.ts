/** The element types that are read, by numpy's own name. Everything else is refused. */
const SIZES = {
  "|b1": 1,
  "|u1": 1,
  "|i1": 1,
  "<u2": 2,
  "<i2": 2,
  "<u4": 4,
  "<i4": 4,
  "<u8": 8,
  "<i8": 8,
  "<f4": 4,
  "<f8": 8,
} as const;

export type NpyDtype = keyof typeof SIZES;

export function isNpyDtype(text: string): text is NpyDtype {
  return Object.hasOwn(SIZES, text);
}

/** Bytes an element takes. */
export function dtypeSize(dtype: NpyDtype): number {
  return SIZES[dtype];
}

export function isIntegerDtype(dtype: NpyDtype): boolean {
  return !dtype.startsWith("<f");
}

/** Decodes little-endian elements; 64-bit integers outside ±2⁵³ come out inexact, which range checks then refuse. */
export function decodeNumbers(bytes: Uint8Array, dtype: NpyDtype): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = dtypeSize(dtype);
  const out = new Float64Array(bytes.byteLength / size);
  const read = READERS[dtype];
  for (let i = 0; i < out.length; i++) out[i] = read(view, i * size);
  return out;
}

const READERS: Record<NpyDtype, (view: DataView, offset: number) => number> = {
  "|b1": (view, offset) => view.getUint8(offset),
  "|u1": (view, offset) => view.getUint8(offset),
  "|i1": (view, offset) => view.getInt8(offset),
  "<u2": (view, offset) => view.getUint16(offset, true),
  "<i2": (view, offset) => view.getInt16(offset, true),
  "<u4": (view, offset) => view.getUint32(offset, true),
  "<i4": (view, offset) => view.getInt32(offset, true),
  "<u8": (view, offset) => Number(view.getBigUint64(offset, true)),
  "<i8": (view, offset) => Number(view.getBigInt64(offset, true)),
  "<f4": (view, offset) => view.getFloat32(offset, true),
  "<f8": (view, offset) => view.getFloat64(offset, true),
};
