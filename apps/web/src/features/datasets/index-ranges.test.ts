import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIndexRanges, parseIndexRanges } from "./index-ranges.ts";

describe("index ranges", () => {
  it("joins neighbours and keeps the rest apart", () => {
    expect(formatIndexRanges([0, 1, 2, 7, 9, 10])).toBe("0-2,7,9-10");
  });

  it("reads back what it wrote, whatever the indices", () => {
    const ascending = fc
      .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 300 })
      .map((a) => a.sort((x, y) => x - y));
    fc.assert(
      fc.property(ascending, (indices) => {
        expect(parseIndexRanges(formatIndexRanges(indices))).toEqual(indices);
      }),
    );
  });

  it.each(["", "a", "3-1", "1,1", "5,2", "1--2", "-1", "0-4000000000", "0-512", "1.5", "0, 1"])(
    "refuses %j",
    (text) => {
      expect(parseIndexRanges(text)).toBeNull();
    },
  );
});
