import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "./fixtures/statistics.json" with { type: "json" };
import { holmCorrection } from "./holm-correction.ts";

describe("holmCorrection", () => {
  it("agrees with statsmodels", () => {
    const corrected = holmCorrection(reference.holm.pValues);
    corrected.forEach((p, i) => {
      expect(p).toBeCloseTo(reference.holm.corrected[i] ?? 0, 12);
    });
  });

  it("never lowers a p-value, keeps their order, and is milder than Bonferroni", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(values, (raw) => {
        const corrected = holmCorrection(raw);
        raw.forEach((p, i) => {
          expect(corrected[i]).toBeGreaterThanOrEqual(p);
          expect(corrected[i]).toBeLessThanOrEqual(Math.min(1, p * raw.length));
          raw.forEach((other, j) => {
            if (p < other) expect(corrected[i]).toBeLessThanOrEqual(corrected[j] ?? 0);
          });
        });
      }),
    );
  });

  it("refuses what is no probability", () => {
    expect(() => holmCorrection([0.2, 1.2])).toThrow("p-value 1 is 1.2");
  });
});
