/** Values at and below `low` are black, at and above `high` white. */
export interface GrayLevels {
  low: number;
  high: number;
}

/** No value at all: widened by `widened`. */
export const NO_LEVELS: GrayLevels = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

/** Levels that also take in the finite ones of some values. */
export function widened({ low, high }: GrayLevels, values: ArrayLike<number>): GrayLevels {
  let [least, most] = [low, high];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (value < least && value !== Number.NEGATIVE_INFINITY) least = value;
    if (value > most && value !== Number.POSITIVE_INFINITY) most = value;
  }
  return { low: least, high: most };
}

/** Numbers as gray of 8 bits; what is no number is black, and so is everything where all values are equal. */
export function toGray(values: ArrayLike<number>, { low, high }: GrayLevels): Uint8Array {
  const scale = high > low ? 255 / (high - low) : 0;
  const gray = new Uint8Array(values.length);
  for (let i = 0; i < gray.length; i++) {
    // NaN is stored as 0.
    gray[i] = Math.min(255, Math.max(0, Math.round(((values[i] ?? 0) - low) * scale)));
  }
  return gray;
}
