/** Where and how much pixels change, as a map. */
export interface PixelChange {
  /** uint8 `[side, side]`, 255 = `largest` */
  map: Uint8Array<ArrayBuffer>;
  /** Of a pixel in 0…1. */
  largest: number;
}

/**
 * Mean absolute difference of pairs of images, over pairs and channels.
 *
 * @param low `[pairs, side, side, channels]` in 0…1; @param high the same
 */
export function pixelChange(
  low: Float32Array,
  high: Float32Array,
  { side, channels }: { side: number; channels: number },
): PixelChange {
  const sums = new Float64Array(side * side);
  for (let place = 0; place < low.length; place++) {
    const pixel = Math.floor(place / channels) % sums.length;
    sums[pixel] = (sums[pixel] ?? 0) + Math.abs((high[place] ?? 0) - (low[place] ?? 0));
  }
  const perPixel = low.length / sums.length;
  const largest = sums.reduce((most, sum) => Math.max(most, sum), 0) / Math.max(1, perPixel);
  const scale = largest > 0 ? 255 / (largest * perPixel) : 0;
  return { map: Uint8Array.from(sums, (sum) => Math.round(sum * scale)), largest };
}
