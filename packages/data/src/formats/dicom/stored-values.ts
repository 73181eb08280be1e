import type { PixelHeader } from "./pixel-header.ts";

/** Pixel values in the narrowest type that holds them. */
export type StoredValues = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

/** Numbers out of bytes. Values of fewer bits than allocated, and signed, are extended by their sign bit. */
export function storedValues(
  bytes: Uint8Array,
  {
    bitsAllocated,
    bitsStored,
    isSigned,
    isBigEndian,
  }: Pick<PixelHeader, "bitsAllocated" | "bitsStored" | "isSigned" | "isBigEndian">,
): StoredValues {
  if (bitsAllocated <= 8) return isSigned ? new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) : bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bitsAllocated / 8;
  const count = Math.floor(bytes.length / size);
  const little = !isBigEndian;
  if (size === 4) {
    const out = isSigned ? new Int32Array(count) : new Uint32Array(count);
    for (let i = 0; i < count; i++) out[i] = view.getUint32(4 * i, little);
    return out;
  }
  if (!isSigned) {
    const out = new Uint16Array(count);
    for (let i = 0; i < count; i++) out[i] = view.getUint16(2 * i, little);
    return out;
  }
  const out = new Int16Array(count);
  const unused = 32 - bitsStored;
  for (let i = 0; i < count; i++) out[i] = (view.getUint16(2 * i, little) << unused) >> unused;
  return out;
}
