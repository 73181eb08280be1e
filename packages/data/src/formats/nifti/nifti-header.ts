import { isNIFTI, NIFTI1, type NIFTI2, readHeader } from "nifti-reader-js";
import { MAX_PIXELS } from "../pictures/decode-picture.ts";
import { type NiftiPlace, niftiFault } from "./nifti-fault.ts";

/** What is known of a NIfTI file before its voxels are read. */
export interface NiftiHeader {
  isLittleEndian: boolean;
  datatype: keyof typeof VOXEL_BYTES;
  /** Voxels along i, j and k. */
  shape: [number, number, number];
  /** Volumes one after the other: points of time, or channels. */
  volumes: number;
  /** Where the voxels begin. */
  offset: number;
  /** Value = stored × slope + intercept. */
  slope: number;
  intercept: number;
  /** What is shown black and white, where the file says so. */
  shown: { low: number; high: number } | null;
  /** By voxel axis, which axis of the person it runs along (0 to the right, 1 to the front, 2 to the head) and whether backwards; null when it does not say. */
  orientation: { axes: [number, number, number]; isBackwards: [boolean, boolean, boolean] } | null;
}

/** Bytes of a voxel by the type's code; RGB24 is three values. */
export const VOXEL_BYTES = {
  [NIFTI1.TYPE_UINT8]: 1,
  [NIFTI1.TYPE_INT8]: 1,
  [NIFTI1.TYPE_INT16]: 2,
  [NIFTI1.TYPE_UINT16]: 2,
  [NIFTI1.TYPE_INT32]: 4,
  [NIFTI1.TYPE_UINT32]: 4,
  [NIFTI1.TYPE_INT64]: 8,
  [NIFTI1.TYPE_UINT64]: 8,
  [NIFTI1.TYPE_FLOAT32]: 4,
  [NIFTI1.TYPE_FLOAT64]: 8,
  [NIFTI1.TYPE_RGB24]: 3,
} as const satisfies Record<number, number>;

/** Of NIfTI-2; NIfTI-1's are shorter. */
export const HEADER_BYTES = 544;
const MAX_VOLUMES = 10_000;
const EXTENSION_FLAG_AT = { 1: 348, 2: 540 } as const;

/** Whether bytes begin as a NIfTI file of its own (`n+1`, `n+2`); pairs of .hdr and .img are not read. */
export function isNiftiStart(start: Uint8Array): boolean {
  return start.length >= 352 && isNIFTI(Uint8Array.from(start).buffer);
}

/** @throws DataError `bad-nifti`, `too-large` */
export function readNiftiHeader(bytes: Uint8Array, place: NiftiPlace): NiftiHeader {
  const header = parse(bytes, place);
  const bad = (expected: string, found: unknown) => niftiFault(place, { expected, found: String(found) });
  const [rank = 0, i = 0, j = 1, k = 1, ...more] = header.dims;
  if (rank < 2 || rank > 7) throw bad("2 to 7 axes", rank);
  const sides = [i, j, rank > 2 ? k : 1] as const;
  if (sides.some((side) => !Number.isSafeInteger(side) || side < 1))
    throw bad("axes of at least one voxel", sides.join(" × "));
  if (Math.max(i * j, j * sides[2], i * sides[2]) > MAX_PIXELS) {
    const expected = `slices of at most ${MAX_PIXELS / 1024 ** 2} megapixels`;
    throw niftiFault(place, { code: "too-large", expected, found: sides.join(" × ") });
  }
  const volumes = more.slice(0, Math.max(0, rank - 3)).reduce((product, side) => product * Math.max(1, side), 1);
  if (!Number.isSafeInteger(volumes) || volumes > MAX_VOLUMES) throw bad(`at most ${MAX_VOLUMES} volumes`, volumes);
  const { datatypeCode: datatype, vox_offset: offset, scl_slope: slope, scl_inter: intercept } = header;
  if (!isVoxelType(datatype)) throw bad("whole numbers, floats of 32 or 64 bits, or RGB24", `type ${datatype}`);
  if (!Number.isFinite(offset) || offset < 0) throw bad("a place where voxels begin", offset);
  const isScaled = Number.isFinite(slope) && slope !== 0 && Number.isFinite(intercept);
  const { cal_min: low, cal_max: high } = header;
  return {
    isLittleEndian: header.littleEndian,
    datatype,
    shape: [...sides],
    volumes,
    offset: Math.trunc(offset),
    slope: isScaled ? slope : 1,
    intercept: isScaled ? intercept : 0,
    shown: Number.isFinite(low) && Number.isFinite(high) && high > low ? { low, high } : null,
    orientation: orientationOf(header),
  };
}

function parse(bytes: Uint8Array, place: NiftiPlace): NIFTI1 | NIFTI2 {
  const start = Uint8Array.from(bytes.subarray(0, HEADER_BYTES));
  if (!isNiftiStart(start)) throw niftiFault(place, { expected: "a NIfTI header", found: "something else" });
  // Extensions say nothing that is needed.
  const version = start[344] === 0x6e ? 1 : 2;
  start.fill(0, EXTENSION_FLAG_AT[version], EXTENSION_FLAG_AT[version] + 4);
  try {
    return readHeader(start.buffer);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw niftiFault(place, { expected: "an intact NIfTI header", found, cause });
  }
}

function isVoxelType(code: number): code is NiftiHeader["datatype"] {
  return Object.hasOwn(VOXEL_BYTES, code);
}

/** From sform, else qform, as the library joins them into `affine`. */
function orientationOf(header: NIFTI1 | NIFTI2): NiftiHeader["orientation"] {
  if (header.sform_code === 0 && header.qform_code === 0) return null;
  // Such as `YXZ+-+`: the axes of the person by voxel axis, then their senses.
  const name = header.convertNiftiSFormToNEMA(header.affine);
  const match = /^([XYZ])([XYZ])([XYZ])([+-])([+-])([+-])$/.exec(name ?? "");
  if (!match) return null;
  const axis = (at: number) => "XYZ".indexOf(match[at] ?? "X");
  const isBackwards = (at: number) => match[at] === "-";
  return { axes: [axis(1), axis(2), axis(3)], isBackwards: [isBackwards(4), isBackwards(5), isBackwards(6)] };
}
