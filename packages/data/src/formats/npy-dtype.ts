/** The number types that are read, by numpy's own name. */
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

export type NumberDtype = keyof typeof SIZES;

/** Text of up to so many code points, four bytes each. */
export type TextDtype = `<U${number}`;

/** The element types that are read. Everything else is refused. */
export type NpyDtype = NumberDtype | TextDtype;

export function isNpyDtype(text: string): text is NpyDtype {
  return isNumberDtype(text) || isTextDtype(text);
}

export function isNumberDtype(text: string): text is NumberDtype {
  return Object.hasOwn(SIZES, text);
}

export function isTextDtype(text: string): text is TextDtype {
  return /^<U[1-9]\d{0,3}$/.test(text);
}

/** Bytes an element takes. */
export function dtypeSize(dtype: NpyDtype): number {
  return isNumberDtype(dtype) ? SIZES[dtype] : 4 * Number(dtype.slice(2));
}

export function isIntegerDtype(dtype: NpyDtype): dtype is NumberDtype {
  return isNumberDtype(dtype) && !dtype.startsWith("<f");
}

/** Decodes little-endian elements; 64-bit integers outside ±2⁵³ come out inexact, which range checks then refuse. */
export function decodeNumbers(bytes: Uint8Array, dtype: NumberDtype): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = SIZES[dtype];
  const out = new Float64Array(bytes.byteLength / size);
  const read = READERS[dtype];
  for (let i = 0; i < out.length; i++) out[i] = read(view, i * size);
  return out;
}

const READERS: Record<NumberDtype, (view: DataView, offset: number) => number> = {
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
