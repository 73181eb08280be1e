import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyFilter, isEmptyFilter, parseFilter, splits, toggle, writeFilter } from "./filter-url.ts";

describe("filter in the address", () => {
  it("is read from it", () => {
    expect(
      parseFilter(
        new URLSearchParams("split=test&split=train&label=1&label=none&attr.sex=F&attr.sex=M&attr.site=A%26B"),
      ),
    ).toEqual({
      splits: ["TEST", "TRAIN"],
      labels: [1, null],
      attributes: { sex: ["F", "M"], site: ["A&B"] },
    });
  });

  it("leaves out what can't be read", () => {
    expect(
      parseFilter(new URLSearchParams("split=all&label=-1&label=1e3&label=&attr.=x&split=test&split=test")),
    ).toEqual({
      ...emptyFilter,
      splits: ["TEST"],
    });
  });

  it("comes back as it was written, whatever the attributes are called", () => {
    const filter = fc.record({
      splits: fc.uniqueArray(fc.constantFrom(...splits)),
      labels: fc.uniqueArray(fc.oneof(fc.nat(999), fc.constant(null))),
      attributes: fc
        .array(
          fc.tuple(
            fc.string({ minLength: 1, unit: "grapheme" }),
            fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1 }),
          ),
        )
        .map((entries) => Object.fromEntries(entries.filter(([name]) => name !== "__proto__"))),
    });
    fc.assert(
      fc.property(filter, (value) => {
        const written = writeFilter(new URLSearchParams(), value);
        expect(parseFilter(new URLSearchParams(written.toString()))).toEqual(value);
      }),
    );
  });

  it("keeps the page's other parameters", () => {
    const next = writeFilter(new URLSearchParams("zoom=64&split=test&attr.sex=F"), { ...emptyFilter, labels: [0] });
    expect(next.toString()).toBe("zoom=64&label=0");
  });

  it("knows when it filters nothing", () => {
    expect(isEmptyFilter({ ...emptyFilter, attributes: { sex: [] } })).toBe(true);
    expect(isEmptyFilter({ ...emptyFilter, labels: [null] })).toBe(false);
  });

  it("toggles", () => {
    expect(toggle(toggle<number | null>([1], null), 1)).toEqual([null]);
  });
});
