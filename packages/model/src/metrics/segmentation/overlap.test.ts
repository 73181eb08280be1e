import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../fixtures/segmentation.json" with { type: "json" };
import { overlap } from "./overlap.ts";

const masks = fc.integer({ min: 1, max: 40 }).chain((length) => {
  const mask = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: length, maxLength: length });
  return fc.tuple(mask, mask);
});

describe("overlap", () => {
  it.each(reference.overlaps)("agrees with scikit-learn by class; a class in neither mask is null", (data) => {
    const [predicted, truth] = [data.predicted, data.reference].map((rows) => Array.from(rows.join(""), Number));
    const found = overlap(predicted ?? [], truth ?? [], data.classCount);
    data.dice.forEach((dice, k) => {
      expect(found.dice[k]).toBeCloseTo(dice, 12);
      expect(found.iou[k]).toBeCloseTo(data.iou[k] ?? 0, 12);
    });
    expect(found.dice[3]).toBeNull();
    expect(found.iou[3]).toBeNull();
    expect(found.meanDice).toBeCloseTo(((data.dice[1] ?? 0) + (data.dice[2] ?? 0)) / 2, 12);
    expect(found.meanIou).toBeCloseTo(((data.iou[1] ?? 0) + (data.iou[2] ?? 0)) / 2, 12);
  });

  it("is symmetric, within 0…1, and Dice = 2 IoU / (1 + IoU)", () => {
    fc.assert(
      fc.property(masks, ([a, b]) => {
        const found = overlap(a, b, 3);
        expect(overlap(b, a, 3)).toEqual(found);
        found.dice.forEach((dice, k) => {
          const iou = found.iou[k] ?? null;
          expect(iou === null).toBe(dice === null);
          if (dice === null || iou === null) return;
          expect(iou).toBeGreaterThanOrEqual(0);
          expect(dice).toBeLessThanOrEqual(1);
          expect(dice).toBeCloseTo((2 * iou) / (1 + iou), 12);
        });
      }),
    );
  });

  it("is 0 where one mask is empty, null where both are", () => {
    expect(overlap([0, 0], [0, 1], 2)).toMatchObject({ dice: [2 / 3, 0], meanDice: 0, meanIou: 0 });
    expect(overlap([0, 0], [0, 0], 2)).toEqual({ dice: [1, null], iou: [1, null], meanDice: null, meanIou: null });
    expect(() => overlap([], [], 2)).toThrow("not enough data");
    expect(() => overlap([3], [0], 2)).toThrow("label 0 is 3");
  });
});
