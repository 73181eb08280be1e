import { describe, expect, it } from "vitest";
import { imbalanceRatio } from "./label-counts.ts";

const count = (label: number | null, TRAIN: number) => ({ label, counts: { TRAIN, VALIDATION: 0, TEST: 0 } });

describe("imbalance", () => {
  it("compares the most frequent with the rarest class and leaves the unlabelled out", () => {
    expect(imbalanceRatio([count(0, 30), count(1, 10), count(null, 500)])).toBe(3);
  });

  it("is not a number when a class is missing or alone", () => {
    expect(imbalanceRatio([count(0, 30), count(1, 0)])).toBeNull();
    expect(imbalanceRatio([count(0, 30)])).toBeNull();
  });
});
