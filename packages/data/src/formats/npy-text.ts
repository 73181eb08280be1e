import { dtypeSize, type TextDtype } from "./npy-dtype.ts";

/**
 * Decodes text of fixed length (`<U…`): little-endian code points, filled up with zeros.
 *
 * @returns one string an element; null for one with a zero in its midst or with what is no Unicode character
 */
export function decodeText(bytes: Uint8Array, dtype: TextDtype): (string | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = dtypeSize(dtype);
  return Array.from({ length: bytes.byteLength / size }, (_, i) => decodeOne(view, i * size, (i + 1) * size));
}

function decodeOne(view: DataView, start: number, end: number): string | null {
  let text = "";
  let hasEnded = false;
  for (let offset = start; offset < end; offset += 4) {
    const code = view.getUint32(offset, true);
    if (code === 0) {
      hasEnded = true;
      continue;
    }
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (hasEnded || isSurrogate || code > 0x10ffff) return null;
    text += String.fromCodePoint(code);
  }
  return text;
}
