import { beforeEach, expect, it, vi } from "vitest";
import { addOutcomes, outcomeOf } from "./outcome.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

it("gives what a part counted", async () => {
  expect(await outcomeOf("tests", async () => ({ passed: 3, failed: 1 }))).toEqual({ passed: 3, failed: 1 });
  expect(addOutcomes({ passed: 3, failed: 1 }, { passed: 2, failed: 4 })).toEqual({ passed: 5, failed: 5 });
});

it("counts a part that breaks off, or checks nothing, as failed", async () => {
  const brokenOff = () => Promise.reject(new Error("ENOENT: no report.json"));
  expect(await outcomeOf("tests", brokenOff)).toEqual({ passed: 0, failed: 1 });
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining("tests broke off: ENOENT"));
  expect(await outcomeOf("tests", async () => ({ passed: 0, failed: 0 }))).toEqual({ passed: 0, failed: 1 });
});
