/** The unit in which the longest of these times, in seconds, reads well on an axis. */
export function timeUnit(seconds: readonly number[]): { unit: "seconds" | "minutes" | "hours"; secondsEach: number } {
  const longest = Math.max(0, ...seconds);
  if (longest < 5 * 60) return { unit: "seconds", secondsEach: 1 };
  return longest < 3 * 3600 ? { unit: "minutes", secondsEach: 60 } : { unit: "hours", secondsEach: 3600 };
}
