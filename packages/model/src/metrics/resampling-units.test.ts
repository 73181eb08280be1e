import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resamplingUnits } from "./resampling-units.ts";

describe("resamplingUnits", () => {
  it("takes cases by class without subjects", () => {
    const { starts, strata } = resamplingUnits([1, 0, 1]);
    expect([...starts]).toEqual([0, 1, 2, 3]);
    expect(strata.map((units) => [...units])).toEqual([[1], [0, 2]]);
  });

  it("puts subjects with the same classes together", () => {
    const { cases, starts, strata } = resamplingUnits([0, 1, 0, 1, 1, 0], ["a", "b", "c", "a", "b", "c"]);
    expect([...cases]).toEqual([0, 3, 1, 4, 2, 5]);
    expect([...starts]).toEqual([0, 2, 4, 6]);
    // c has class 0 only, a both, b class 1 only
    expect(strata.map((units) => [...units])).toEqual([[2], [0], [1]]);
  });

  it("has every case once", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 })), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (cases) => {
        const units = resamplingUnits(
          cases.map(([stratum]) => stratum),
          cases.map(([, subject]) => subject),
        );
        expect([...units.cases].sort((a, b) => a - b)).toEqual(cases.map((_, i) => i));
        const all = units.strata.flatMap((stratum) => [...stratum]);
        expect(all.sort((a, b) => a - b)).toEqual(
          [...new Set(cases.map(([, subject]) => subject)).keys()].map((_, i) => i),
        );
      }),
    );
  });

  it("refuses subjects of another number", () => {
    expect(() => resamplingUnits([0, 1], [1])).toThrow("2 cases and 1 subjects");
  });
});
