/** An image as it comes: bytes `[height, width, channels]` at any size. */
export interface ImageBytes {
  readonly images: Uint8Array;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** An image as the model reads or draws it: `pixels` `[height, width, channels]`, 0…1. */
export interface Picture {
  readonly pixels: Float32Array;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** Where the model looked: `weights` `[height, width]`, the largest 1. */
export interface AttentionMap {
  readonly weights: Float32Array;
  readonly height: number;
  readonly width: number;
}

/** Largest absolute difference of two pictures of one shape, in brightness (0…1). */
function largestDifference(a: Picture, b: Picture): number {
  let largest = 0;
  for (let i = 0; i < a.pixels.length; i++)
    largest = Math.max(largest, Math.abs((a.pixels[i] ?? 0) - (b.pixels[i] ?? 0)));
  return largest;
}

/** Differences are drawn on the smallest of these scales that holds them, so that the colours don't flicker while dragging. */
const scales = [0.1, 0.25, 0.5, 1];

/** The scale for what is different between two pictures of one shape. */
export function differenceScale(a: Picture, b: Picture): number {
  const largest = largestDifference(a, b);
  return scales.find((step) => largest <= step) ?? 1;
}

/** Peak signal-to-noise ratio in dB of two pictures of one shape; Infinity when they are equal. */
export function psnrOf(a: Picture, b: Picture): number {
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i++) sum += ((a.pixels[i] ?? 0) - (b.pixels[i] ?? 0)) ** 2;
  return -10 * Math.log10(sum / a.pixels.length);
}

/** The mean of all attention maps `[height, width, maps]`, scaled so that its largest weight is 1. */
export function meanAttention(attention: Float32Array, height: number, width: number): AttentionMap {
  const maps = attention.length / (height * width);
  const weights = new Float32Array(height * width);
  for (let i = 0; i < attention.length; i++) {
    const place = Math.floor(i / maps);
    weights[place] = (weights[place] ?? 0) + (attention[i] ?? 0);
  }
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return { weights: weights.map((weight) => weight / (largest || 1)), height, width };
}
