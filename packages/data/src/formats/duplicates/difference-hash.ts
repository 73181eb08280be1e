const [COLUMNS, ROWS] = [9, 8];

/**
 * The difference hash of an image (Krawetz, 2013): 9 × 8 mean brightnesses, and a bit for each that is darker than its right
 * neighbour. Alike for copies that were resized, compressed again or made a little brighter.
 *
 * @param pixels uint8 `[height, width, channels]`
 * @returns four words of 16 bits; null for an image too even to tell it from others
 */
export function differenceHash(
  pixels: Uint8Array,
  { height, width, channels }: { height: number; width: number; channels: number },
): Uint16Array | null {
  const means = cellMeans(pixels, { height, width, channels });
  if (Math.max(...means) - Math.min(...means) < 4) return null;
  const words = new Uint16Array(4);
  for (let bit = 0; bit < 64; bit++) {
    const at = Math.floor(bit / 8) * COLUMNS + (bit % 8);
    if ((means[at] ?? 0) < (means[at + 1] ?? 0)) words[bit >> 4] = (words[bit >> 4] ?? 0) | (1 << (bit & 15));
  }
  return words;
}

/** In how many of 64 bits two hashes differ. */
export function hashDistance(a: Uint16Array, b: Uint16Array): number {
  let distance = 0;
  for (let i = 0; i < 4; i++) {
    for (let bits = (a[i] ?? 0) ^ (b[i] ?? 0); bits !== 0; bits &= bits - 1) distance++;
  }
  return distance;
}

function cellMeans(
  pixels: Uint8Array,
  { height, width, channels }: { height: number; width: number; channels: number },
) {
  const sums = new Float64Array(COLUMNS * ROWS);
  const counts = new Float64Array(COLUMNS * ROWS);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * COLUMNS) / width);
      for (let c = 0; c < channels; c++) {
        sums[cell] = (sums[cell] ?? 0) + (pixels[(y * width + x) * channels + c] ?? 0);
      }
      counts[cell] = (counts[cell] ?? 0) + channels;
    }
  }
  return sums.map((sum, i) => sum / Math.max(1, counts[i] ?? 0));
}
