import { describe, expect, it } from "vitest";
import { formatInterval, formatNumber } from "./format-number.ts";

describe("formatNumber", () => {
  it.each([
    [0.912345, "en", "0.912"],
    [12.3456, "en", "12.3"],
    [624, "en", "624"],
    [0.000012345, "en", "1.23E-5"],
    [12345, "en", "12,345"],
    [0, "en", "0"],
  ])("writes %d (%s) as %s", (value, locale, text) => {
    expect(formatNumber(value, locale)).toBe(text);
  });
});

describe("formatInterval", () => {
  it("shows value and ends to three decimals", () => {
    expect(formatInterval(0.9531, [0.94, 0.9646], "en")).toBe("0.953 [0.940, 0.965]");
  });
});
