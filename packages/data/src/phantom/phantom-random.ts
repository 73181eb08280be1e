import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Which of the independent streams of draws that a seed has. */
export type PhantomStream = "subject" | "image" | "texture";

const STREAM_SALTS: Record<PhantomStream, number> = { subject: 0x51ab7, image: 0x2c1b3, texture: 0x7feb3 };

export interface PhantomRandom {
  /** Uniform in 0…1. */
  unit(): number;
  /** Uniform in low…high. */
  between(low: number, high: number): number;
  /** About normal, never further than 3.46 standard deviations: the sum of four bytes, so that no library function that
   * machines may round differently takes part. */
  normal(mean: number, standardDeviation: number): number;
  chance(probability: number): boolean;
}

/** The draws of one subject or image: they do not hang on which others were drawn before. */
export function phantomRandom(seed: number, stream: PhantomStream, index: number): PhantomRandom {
  const generator = xoroshiro128plus(mix(mix(seed ^ STREAM_SALTS[stream]) + index));
  // The first values of neighbouring seeds are alike.
  for (let i = 0; i < 16; i++) generator.next();
  const unit = () => uniformFloat64(generator);
  return {
    unit,
    between: (low, high) => low + unit() * (high - low),
    normal: (mean, standardDeviation) => mean + standardDeviation * standardNormal(generator.next()),
    chance: (probability) => unit() < probability,
  };
}

/** Variance of the sum of four bytes: 4·(256² − 1)/12. */
const BYTE_SUM_SCALE = 1 / Math.sqrt((256 * 256 - 1) / 3);

function standardNormal(bits: number): number {
  const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
  return (sum - 510) * BYTE_SUM_SCALE;
}

/** The finisher of murmur3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
