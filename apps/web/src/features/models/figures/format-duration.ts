/** Largest whole part of a duration and the next smaller one: enough to decide whether to wait. */
export interface DurationParts {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Splits a duration for a sentence; rough on purpose: seconds are dropped past ten minutes. */
export function durationParts(totalSeconds: number): DurationParts {
  const whole = Math.max(0, Math.round(totalSeconds));
  if (whole < 60) return { hours: 0, minutes: 0, seconds: whole };
  if (whole < 600) return { hours: 0, minutes: Math.floor(whole / 60), seconds: whole % 60 };
  const minutes = Math.round(whole / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 };
}

/** "1 h 5 min", "3 min 20 s", "45 s": the abbreviations are the same in English and Spanish. */
export function formatDuration(totalSeconds: number): string {
  const { hours, minutes, seconds } = durationParts(totalSeconds);
  const parts = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, seconds > 0 && `${seconds} s`];
  return parts.filter((part) => part !== false).join(" ") || "0 s";
}
