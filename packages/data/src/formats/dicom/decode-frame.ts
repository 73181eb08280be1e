import { createRequire } from "node:module";
import type { DataSet } from "dicom-parser";
import { type DecodedStream, decodeStream, type WasmCodec } from "./codec-module.ts";
import { decodeRle } from "./decode-rle.ts";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import { frameBytes } from "./frame-bytes.ts";
import type { PixelHeader } from "./pixel-header.ts";
import { markedAsRgb } from "./plain-rgb.ts";
import { type StoredValues, storedValues } from "./stored-values.ts";
import { streamSize } from "./stream-size.ts";

/** A frame as it is stored: values before any look-up table, colour pixel by pixel. */
export interface DecodedFrame {
  /** `[rows, columns, samples]` */
  values: StoredValues;
  /** What the values are after decoding: decoders turn YBR of a JPEG into RGB. */
  photometric: string;
}

const NATIVE = new Set(["1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"]);
const RLE = "1.2.840.10008.1.2.5";
const LOSSLESS_JPEG = new Set(["1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"]);
const WASM: Record<string, WasmCodec> = {
  "1.2.840.10008.1.2.4.50": "jpeg",
  "1.2.840.10008.1.2.4.51": "jpeg",
  "1.2.840.10008.1.2.4.80": "charls",
  "1.2.840.10008.1.2.4.81": "charls",
  "1.2.840.10008.1.2.4.90": "openjpeg",
  "1.2.840.10008.1.2.4.91": "openjpeg",
  "1.2.840.10008.1.2.4.201": "openjph",
  "1.2.840.10008.1.2.4.202": "openjph",
  "1.2.840.10008.1.2.4.203": "openjph",
};

/**
 * Decodes one frame of any transfer syntax that is read.
 *
 * @throws DataError `bad-dicom`, `unsupported-pixels`
 */
export async function decodeFrame(
  dataSet: DataSet,
  header: PixelHeader,
  frame: number,
  place: DicomPlace,
): Promise<DecodedFrame> {
  const { transferSyntax: syntax, rows, columns, samples, bitsAllocated, photometric } = header;
  const bytes = frameBytes(dataSet, header, frame, place);
  const bytesPerSample = Math.max(1, bitsAllocated / 8);
  if (NATIVE.has(syntax) && !header.element.encapsulatedPixelData) {
    const values = storedValues(bytes, header);
    if (photometric === "YBR_FULL_422") return { values: unsubsampled(values), photometric: "YBR_FULL" };
    return { values: header.isPlanar ? interleaved(values, rows * columns) : values, photometric };
  }
  if (syntax === RLE) {
    const out = decodeRle(bytes, { pixels: rows * columns, samples, bytesPerSample }, place);
    return { values: storedValues(out, { ...header, isBigEndian: false }), photometric };
  }
  const codec = WASM[syntax];
  if (codec === undefined && !LOSSLESS_JPEG.has(syntax)) {
    const expected = "a transfer syntax that is read";
    throw dicomFault(place, { code: "unsupported-pixels", expected, found: syntax });
  }
  checkSize(bytes, header, place);
  const isPlainRgb = codec === "jpeg" && photometric === "RGB";
  const stream = codec
    ? await decodeWith(codec, isPlainRgb ? markedAsRgb(bytes) : bytes, place)
    : decodeLossless(bytes, header, place);
  return fromStream(stream, header, place);
}

/** What a stream declares must be what the header declares, and what the decoder can take. */
function checkSize(bytes: Uint8Array, { rows, columns }: PixelHeader, place: DicomPlace): void {
  const size = streamSize(bytes);
  const expected = `a compressed image of ${columns} × ${rows}`;
  if (!size) throw dicomFault(place, { expected, found: "none" });
  if (size.width === columns && size.height === rows) return;
  throw dicomFault(place, { expected, found: `${size.width} × ${size.height}` });
}

async function decodeWith(codec: WasmCodec, bytes: Uint8Array, place: DicomPlace): Promise<DecodedStream> {
  const bits = streamSize(bytes)?.bits ?? 8;
  if (codec === "jpeg" && bits > 8) {
    const found = `${bits} bits a sample`;
    throw dicomFault(place, { code: "unsupported-pixels", expected: "lossy JPEG of 8 bits", found });
  }
  return await decodeStream(codec, bytes).catch((cause: unknown) => {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw dicomFault(place, { expected: "an intact compressed image", found, cause });
  });
}

// Its own types are not found from its package file.
const lossless: { Decoder: new () => LosslessDecoder } = createRequire(import.meta.url)("jpeg-lossless-decoder-js");

interface LosslessDecoder {
  decode(buffer: ArrayBufferLike, offset: number, length: number, bytesPerSample: number): Uint8Array | Uint16Array;
}

function decodeLossless(bytes: Uint8Array, header: PixelHeader, place: DicomPlace): DecodedStream {
  const wide = header.bitsAllocated > 8;
  try {
    const decoded = new lossless.Decoder().decode(bytes.buffer, bytes.byteOffset, bytes.length, wide ? 2 : 1);
    const out = new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.byteLength);
    const { columns: width, rows: height, samples: components, bitsStored: bits } = header;
    return { bytes: out, width, height, components, bits, isSigned: false };
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw dicomFault(place, { expected: "an intact compressed image", found, cause });
  }
}

function fromStream(stream: DecodedStream, header: PixelHeader, place: DicomPlace): DecodedFrame {
  const { rows, columns, samples } = header;
  const bytesPerSample = stream.bits > 8 ? 2 : 1;
  const needed = rows * columns * samples * bytesPerSample;
  if (stream.components !== samples || stream.bytes.length < needed) {
    const expected = `${needed} bytes of ${samples} samples a pixel`;
    throw dicomFault(place, { expected, found: `${stream.bytes.length} of ${stream.components}` });
  }
  const bitsAllocated = bytesPerSample === 2 ? 16 : 8;
  const bits = Math.min(header.bitsStored, stream.bits);
  const shape = { ...header, isBigEndian: false, bitsAllocated, bitsStored: bits } as const;
  const values = storedValues(stream.bytes.subarray(0, needed), shape);
  return { values, photometric: samples === 3 ? "RGB" : header.photometric };
}

/** Planes of colours to pixels of colours. */
function interleaved(values: StoredValues, pixels: number): StoredValues {
  return values.map((_, i) => values[(i % 3) * pixels + Math.floor(i / 3)] ?? 0);
}

/** `Y Y B R` for two pixels (PS3.3 C.7.6.3.1.2) to `Y B R Y B R`. */
function unsubsampled(values: StoredValues): StoredValues {
  const out = new Uint8Array((values.length / 2) * 3);
  for (let from = 0, to = 0; from < values.length; from += 4, to += 6) {
    const [first = 0, second = 0, blue = 0, red = 0] = values.subarray(from, from + 4);
    out.set([first, blue, red, second, blue, red], to);
  }
  return out;
}
