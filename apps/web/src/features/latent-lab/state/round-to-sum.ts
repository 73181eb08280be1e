/**
 * Addends as they are printed, in hundredths. The last takes what rounding leaves over, so that whoever adds up the printed
 * numbers arrives at the printed sum.
 */
export function roundToSum(addends: readonly number[]): number[] {
  const sum = toHundredths(addends.reduce((total, addend) => total + addend, 0));
  const rounded = addends.slice(0, -1).map(toHundredths);
  return addends.length === 0
    ? []
    : [...rounded, sum - rounded.reduce((total, hundredths) => total + hundredths, 0)].map(
        (hundredths) => hundredths / 100,
      );
}

function toHundredths(value: number): number {
  return Math.round(value * 100);
}
