import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeCallback } from "./callback-url.ts";

describe("safeCallback", () => {
  it("keeps paths of this site, with query and fragment", () => {
    expect(safeCallback("/g/demo/data?split=TEST#top")).toBe("/g/demo/data?split=TEST#top");
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/.\\/evil.example",
    "javascript:alert(1)",
    "",
    undefined,
    ["/a", "/b"],
  ])("refuses %j", (wanted) => {
    expect(safeCallback(wanted)).toBe("/");
  });

  it("never leaves the site, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("/", "\\", ":", "a", ".", "@", "\t", "\n", "?") }), (wanted) => {
        const result = safeCallback(wanted);
        expect(URL.parse(result, "https://home.example")?.origin).toBe("https://home.example");
      }),
      { numRuns: 20_000 },
    );
  });
});
