const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A number of bytes in the largest unit (powers of 1000) of which there is at least one. */
export function scaleBytes(bytes: number): { value: number; unit: (typeof units)[number] } {
  let [value, step] = [bytes, 0];
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step++;
  }
  return { value, unit: units[step] ?? "byte" };
}

/** Whole hours, minutes and seconds; rounded up, so that nothing is "0 s left" before it is done. */
export function splitSeconds(seconds: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.ceil(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60), seconds: whole % 60 };
}
