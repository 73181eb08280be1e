/** Where values lie along a side of a picture. */
export interface Axis {
  place(value: number): number;
  /** Values to write at the side. */
  ticks: { value: number; label: string }[];
}

const steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const mostTicks = 8;

/** From the whole step below the least value to that above the greatest. @param from and @param to the ends in the picture's units */
export function axisOf(values: readonly number[], from: number, to: number): Axis {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((candidate) => (greatest - least) / candidate <= mostTicks - 1) ?? 20;
  // Rounded, as a value that lies on a tick would otherwise get one more by the rounding of a division.
  const low = Math.floor(Number((least / step).toFixed(6)));
  const high = Math.max(low + 1, Math.ceil(Number((greatest / step).toFixed(6))));
  const digits = step < 0.01 ? 3 : step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const place = (value: number): number => from + ((value / step - low) / (high - low)) * (to - from);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => (low + index) * step);
  return { place, ticks: ticks.map((value) => ({ value, label: value.toFixed(digits) })) };
}
