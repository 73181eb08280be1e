import type { DataSet, Element } from "dicom-parser";
import { MAX_PIXELS } from "../pictures/decode-picture.ts";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";

/** How a DICOM image's pixels are stored: the Image Pixel module (PS3.3 C.7.6.3), checked. */
export interface PixelHeader {
  transferSyntax: string;
  isBigEndian: boolean;
  rows: number;
  columns: number;
  frames: number;
  samples: 1 | 3;
  photometric: string;
  /** Planes of one colour after the other, instead of pixel by pixel. */
  isPlanar: boolean;
  bitsAllocated: 1 | 8 | 16 | 32;
  bitsStored: number;
  isSigned: boolean;
  element: Element;
}

const MAX_FRAMES = 100_000;
const IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
const EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";

/** Whether there are pixels of integers in it: reports, plans and waveforms have none. */
export function hasPixels({ elements }: DataSet): boolean {
  return elements["x7fe00010"] !== undefined;
}

/** @throws DataError `bad-dicom`, `too-large`, `unsupported-pixels` for what no image can have */
export function readPixelHeader(dataSet: DataSet, place: DicomPlace): PixelHeader {
  const bad = (expected: string, found: unknown) => dicomFault(place, { expected, found: String(found ?? "none") });
  const element = dataSet.elements["x7fe00010"];
  if (!element) throw bad("an image (Pixel Data)", "none");
  const [rows = 0, columns = 0] = [dataSet.uint16("x00280010"), dataSet.uint16("x00280011")];
  if (rows === 0 || columns === 0) throw bad("rows and columns from 1", `${rows} × ${columns}`);
  const framesText = dataSet.string("x00280008")?.trim() || "1";
  const frames = Number(framesText);
  if (!Number.isInteger(frames) || frames < 1 || frames > MAX_FRAMES) throw bad("a number of frames", framesText);
  if (rows * columns > MAX_PIXELS) {
    const expected = `at most ${MAX_PIXELS / 1024 ** 2} megapixels`;
    throw dicomFault(place, { code: "too-large", expected, found: `${rows} × ${columns}` });
  }
  const samples = dataSet.uint16("x00280002") ?? 1;
  if (samples !== 1 && samples !== 3) throw bad("1 or 3 samples a pixel", samples);
  const bitsAllocated = dataSet.uint16("x00280100");
  if (bitsAllocated !== 1 && bitsAllocated !== 8 && bitsAllocated !== 16 && bitsAllocated !== 32) {
    throw bad("1, 8, 16 or 32 bits allocated", bitsAllocated);
  }
  const bitsStored = dataSet.uint16("x00280101") ?? bitsAllocated;
  if (bitsStored < 1 || bitsStored > bitsAllocated) throw bad(`1 to ${bitsAllocated} bits stored`, bitsStored);
  const transferSyntax = dataSet.string("x00020010") ?? IMPLICIT_LITTLE_ENDIAN;
  return {
    transferSyntax,
    isBigEndian: transferSyntax === EXPLICIT_BIG_ENDIAN,
    rows,
    columns,
    frames,
    samples,
    photometric: dataSet.string("x00280004") ?? (samples === 3 ? "RGB" : "MONOCHROME2"),
    isPlanar: samples === 3 && dataSet.uint16("x00280006") === 1,
    bitsAllocated,
    bitsStored,
    isSigned: dataSet.uint16("x00280103") === 1,
    element,
  };
}
