import { expect, test } from "vitest";
import { formatBytes, formatCompact, formatCount, formatFigure, formatInterval, formatShare } from "./format-figure.ts";

test("figures keep three significant digits, zeros included", () => {
  expect([0.96649, 1, 0.5, 23.68, 0.03125, -1.5, 0].map((value) => formatFigure(value, "en"))).toEqual([
    "0.966",
    "1.00",
    "0.500",
    "23.7",
    "0.0313",
    "-1.50",
    "0.00",
  ]);
  expect(formatFigure(12_345.6, "en")).toBe("12,346");
  expect(formatFigure(Number.NaN, "en")).toBe("–");
});

test("an interval stands beside its value, and is left out when there is none", () => {
  expect(formatInterval(0.966, [0.9512, 0.9788], "en")).toBe("0.966 [0.951, 0.979]");
  expect(formatInterval(0.966, [0.9512, 0.9788], "es-MX")).toBe("0.966 [0.951, 0.979]");
  expect(formatInterval(0.966, null, "en")).toBe("0.966");
  expect(formatInterval(0.966, [Number.NaN, 1], "en")).toBe("0.966");
});

test("counts, sizes and shares read as people write them", () => {
  expect(formatCount(4708, "en")).toBe("4,708");
  expect(formatCompact(86_123, "en")).toBe("86.1K");
  expect(formatBytes(512, "en")).toBe("512 bytes");
  expect(formatBytes(404_321, "en")).toBe("404 kB");
  expect(formatBytes(1_200_000, "en")).toBe("1.20 MB");
  expect(formatShare(0.2345, "en")).toBe("23.5%");
});
