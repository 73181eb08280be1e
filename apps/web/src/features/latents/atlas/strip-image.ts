/**
 * Pictures one after the other, `[steps, side, side, channels]`, as one picture with all of them side by side,
 * `[side, steps·side, channels]`.
 */
export function stripImage(
  pictures: Uint8Array,
  { steps, side, channels }: { steps: number; side: number; channels: number },
): Uint8Array {
  const row = side * channels;
  const strip = new Uint8Array(pictures.length);
  for (let step = 0; step < steps; step++) {
    for (let y = 0; y < side; y++) {
      const from = (step * side + y) * row;
      strip.set(pictures.subarray(from, from + row), (y * steps + step) * row);
    }
  }
  return strip;
}
