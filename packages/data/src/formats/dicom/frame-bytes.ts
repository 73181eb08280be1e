import type { DataSet } from "dicom-parser";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import { parser } from "./parser.ts";
import type { PixelHeader } from "./pixel-header.ts";

/**
 * The stored bytes of one frame: a part of the pixel data, or the compressed stream of its fragments.
 *
 * @throws DataError `bad-dicom` when there are fewer than the header asks for
 */
export function frameBytes(dataSet: DataSet, header: PixelHeader, frame: number, place: DicomPlace): Uint8Array {
  const { element } = header;
  if (!element.encapsulatedPixelData) return nativeFrame(dataSet, header, frame, place);
  const fragments = element.fragments ?? [];
  if (fragments.length === 0) {
    throw dicomFault(place, { expected: "compressed pixel data", found: "none" });
  }
  try {
    if (header.frames === 1) return joined(dataSet, header, 0, fragments.length);
    if (fragments.length === header.frames) return joined(dataSet, header, frame, 1);
    const hasTable = (element.basicOffsetTable?.length ?? 0) > 0;
    const table = hasTable ? element.basicOffsetTable : parser.createJPEGBasicOffsetTable(dataSet, element);
    return Uint8Array.from(parser.readEncapsulatedImageFrame(dataSet, element, frame, table));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw dicomFault(place, { expected: `frame ${frame + 1} of ${header.frames}`, found, cause });
  }
}

function joined(dataSet: DataSet, { element }: PixelHeader, first: number, count: number): Uint8Array {
  const bytes = parser.readEncapsulatedPixelDataFromFragments(dataSet, element, first, count);
  // In memory of its own: some decoders read on past what they are given.
  return Uint8Array.from(bytes);
}

function nativeFrame(dataSet: DataSet, header: PixelHeader, frame: number, place: DicomPlace): Uint8Array {
  const { rows, columns, samples, frames, bitsAllocated, element, photometric } = header;
  // Chroma is stored for every second pixel only.
  const samplesStored = photometric === "YBR_FULL_422" ? 2 : samples;
  const bits = rows * columns * samplesStored * bitsAllocated;
  const needed = Math.ceil((bits * frames) / 8);
  const there = Math.min(element.length, dataSet.byteArray.length - element.dataOffset);
  if (there < needed) {
    const expected = `${needed} bytes for ${frames} × ${rows} × ${columns} pixels`;
    throw dicomFault(place, { expected, found: `${there} bytes` });
  }
  if (bitsAllocated === 1) return unpackedBits(dataSet, header, frame);
  const start = element.dataOffset + (frame * bits) / 8;
  if (header.isBigEndian && bitsAllocated === 8 && element.vr === "OW")
    return unswapped(dataSet, header, start, bits / 8);
  return Uint8Array.from(dataSet.byteArray.subarray(start, start + bits / 8));
}

/** Bytes that were written as words of two, the second first; words begin where the pixel data begins. */
function unswapped({ byteArray }: DataSet, { element }: PixelHeader, start: number, length: number): Uint8Array {
  const first = start - element.dataOffset;
  return Uint8Array.from({ length }, (_, i) => byteArray[element.dataOffset + ((first + i) ^ 1)] ?? 0);
}

/** Frames of single bits follow each other without padding, the least significant bit first (PS3.5 8.1.1, 8.2). */
function unpackedBits({ byteArray }: DataSet, { rows, columns, element }: PixelHeader, frame: number): Uint8Array {
  const area = rows * columns;
  return Uint8Array.from({ length: area }, (_, i) => {
    const bit = frame * area + i;
    return ((byteArray[element.dataOffset + (bit >> 3)] ?? 0) >> (bit & 7)) & 1;
  });
}
