import type { DicomPlace } from "./dicom-fault.ts";
import { dicomFault } from "./dicom-fault.ts";

const HEADER_BYTES = 64;

/**
 * Decodes a frame of RLE Lossless (PS3.5 Annex G): PackBits, a segment for each byte of each sample, the most significant
 * first. Own code, as the usual decoders in JavaScript get 16-bit colour and 32 bits wrong.
 *
 * @returns little-endian, `[pixels, samples, bytesPerSample]`
 * @throws DataError `bad-dicom`
 */
export function decodeRle(
  bytes: Uint8Array,
  shape: { pixels: number; samples: number; bytesPerSample: number },
  place: DicomPlace,
): Uint8Array {
  const { pixels, samples, bytesPerSample } = shape;
  const wanted = samples * bytesPerSample;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length >= HEADER_BYTES ? view.getUint32(0, true) : 0;
  if (count !== wanted) throw dicomFault(place, { expected: `${wanted} RLE segments`, found: String(count) });
  const out = new Uint8Array(pixels * wanted);
  for (let segment = 0; segment < count; segment++) {
    const from = view.getUint32(4 + 4 * segment, true);
    const to = segment + 1 < count ? view.getUint32(8 + 4 * segment, true) : bytes.length;
    const sample = Math.floor(segment / bytesPerSample);
    const byte = bytesPerSample - 1 - (segment % bytesPerSample);
    const place0 = sample * bytesPerSample + byte;
    const written = unpack(bytes.subarray(from, to), out, { start: place0, step: wanted, count: pixels });
    if (written < pixels) {
      throw dicomFault(place, { expected: `${pixels} pixels in RLE segment ${segment + 1}`, found: String(written) });
    }
  }
  return out;
}

/** PackBits into every `step`-th byte. @returns how many were written, at most `count` */
function unpack(bytes: Uint8Array, out: Uint8Array, to: { start: number; step: number; count: number }): number {
  let written = 0;
  for (let i = 0; i < bytes.length && written < to.count; ) {
    const control = bytes[i++] ?? 128;
    if (control === 128) continue;
    const isRun = control > 128;
    const length = isRun ? 257 - control : control + 1;
    for (let j = 0; j < length && written < to.count; j++) {
      const at = isRun ? i : i + j;
      if (at >= bytes.length) return written;
      out[to.start + written++ * to.step] = bytes[at] ?? 0;
    }
    i += isRun ? 1 : length;
  }
  return written;
}
