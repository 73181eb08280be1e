import { InvalidWeights } from "./invalid-weights.ts";

/** What safetensors calls the types that Diaphane's files use. */
export const dtypes = ["F32", "F16", "I8"] as const;
export type Dtype = (typeof dtypes)[number];

interface Codec {
  bytes: number;
  /** Puts a value at a byte. */
  write(view: DataView, place: number, value: number): void;
  read(view: DataView, place: number): number;
}

/** How values of a type lie in a file; little-endian, as safetensors wants it. */
export const codecs: Record<Dtype, Codec> = {
  F32: {
    bytes: 4,
    write: (view, place, value) => view.setFloat32(place, value, true),
    read: (view, place) => view.getFloat32(place, true),
  },
  F16: {
    bytes: 2,
    write: (view, place, value) => view.setUint16(place, toFloat16(value), true),
    read: (view, place) => fromFloat16(view.getUint16(place, true)),
  },
  I8: {
    bytes: 1,
    write: (view, place, value) => view.setInt8(place, value),
    read: (view, place) => view.getInt8(place),
  },
};

const scratch = new DataView(new ArrayBuffer(4));
const largestFloat16 = 65504;

/**
 * The bits of the nearest IEEE 754 half-precision number, ties to even. Own code, as `Float16Array` is in neither Node 22 nor every
 * browser yet. Throws InvalidWeights for what it cannot hold.
 */
export function toFloat16(value: number): number {
  if (!(Math.abs(value) <= largestFloat16))
    throw new InvalidWeights(`${value} is no finite 16-bit floating-point number.`);
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  // Subnormal: a whole number of 2⁻²⁴.
  if (exponent < -14) return sign | roundToEven(Math.abs(value) * 2 ** 24);
  const mantissa = roundToEven((bits & 0x7fffff) / 2 ** 13);
  // A mantissa that rounds up to 2¹⁰ carries into the exponent by itself.
  return sign | (((exponent + 15) << 10) + mantissa);
}

/** The nearest number that 16 bits hold. Throws InvalidWeights where there is none. */
export function roundToFloat16(value: number): number {
  return fromFloat16(toFloat16(value));
}

function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
