import { describe, expect, it } from "vitest";
import { phantomOptions, readCount } from "./phantom-choices.ts";

describe("a whole number from a form", () => {
  it.each([
    ["1000", 1000],
    [" 1 000 ", 1000],
    ["100,000", 100_000],
    ["60,5", null],
    ["49", null],
    ["100001", null],
    ["1e3", null],
    ["10.5", null],
    ["-60", null],
    ["", null],
  ])("%j is %s", (text, value) => {
    expect(readCount(text, 50, 100_000)).toBe(value);
  });
});

it("plants a correlation only when one is asked for", () => {
  expect(phantomOptions("tagBias0", false)).toEqual({});
  expect(phantomOptions("tagBias09", false)).toEqual({
    correlations: [{ attribute: "tag", positives: 0.95, negatives: 0.05 }],
  });
  expect(phantomOptions("tagBias09", true)).toEqual({ pairs: true });
});
