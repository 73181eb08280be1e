import fc from "fast-check";
import { expect, test } from "vitest";
import { durationParts, formatDuration } from "./format-duration.ts";

test("durations are as exact as a person needs", () => {
  expect([0, 45, 60, 200, 754, 3600, 3900, 36_060].map(formatDuration)).toEqual([
    "0 s",
    "45 s",
    "1 min",
    "3 min 20 s",
    "13 min",
    "1 h",
    "1 h 5 min",
    "10 h 1 min",
  ]);
});

test("rounding never moves a duration by more than half a minute", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
      const parts = durationParts(seconds);
      expect(parts.minutes).toBeLessThan(60);
      expect(Math.abs(parts.hours * 3600 + parts.minutes * 60 + parts.seconds - seconds)).toBeLessThanOrEqual(30.5);
    }),
  );
});
