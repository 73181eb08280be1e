import { expect, test } from "vitest";
import { timeUnit } from "./time-unit.ts";

test.each([
  [[], "seconds"],
  [[0, 299], "seconds"],
  [[1, 300], "minutes"],
  [[3 * 3600, 5], "hours"],
])("%j is shown in %s", (seconds, unit) => {
  expect(timeUnit(seconds).unit).toBe(unit);
});
