import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../fixtures/detection.json" with { type: "json" };
import type { ReferenceBox } from "./boxes.ts";
import { cocoScores } from "./coco-scores.ts";
import type { DetectionImage } from "./match-detections.ts";

interface FixtureImage {
  reference: { box: number[]; classIndex: number }[];
  detected: { box: number[]; classIndex: number; score: number }[];
}

const boxOf = ({ box: [x = 0, y = 0, width = 0, height = 0], classIndex }: FixtureImage["reference"][number]) => ({
  ...{ x, y, width, height, classIndex },
});
const imagesOf = (images: FixtureImage[]): DetectionImage[] =>
  images.map((image) => ({
    reference: image.reference.map(boxOf),
    detected: image.detected.map((found) => ({ ...boxOf(found), score: found.score })),
  }));
const close = (found: number | undefined | null, expected: number | null) => {
  if (expected === null) expect(found ?? null).toBeNull();
  else expect(found).toBeCloseTo(expected, 12);
};

describe("cocoScores", () => {
  it.each(reference.sets)("agrees with pycocotools, by class and by size (%#)", (set) => {
    const scores = cocoScores(imagesOf(set.images), set.classCount);
    close(scores.ap, set.ap);
    close(scores.ap50, set.ap50);
    close(scores.ap75, set.ap75);
    close(scores.recall[1], set.recall1);
    close(scores.recall[10], set.recall10);
    close(scores.recall[100], set.recall100);
    close(scores.byArea.small?.ap, set.apSmall);
    close(scores.byArea.medium?.ap, set.apMedium);
    close(scores.byArea.large?.ap, set.apLarge);
    close(scores.byArea.small?.recall[100], set.recallSmall);
    close(scores.byArea.medium?.recall[100], set.recallMedium);
    close(scores.byArea.large?.recall[100], set.recallLarge);
    set.byClass.forEach((expected, k) => {
      const found = scores.byClass[k];
      close(found?.ap, expected.ap);
      close(found?.ap50, expected.ap50);
      close(found?.recall[1], expected.recall1);
      close(found?.recall[100], expected.recall100);
    });
  });

  it("does not change when scores are stretched monotonously or images are moved and enlarged", () => {
    const images = imagesOf(reference.sets[0]?.images ?? []);
    const { ap, recall } = cocoScores(images, 2);
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 4 }), fc.integer({ min: -50, max: 50 }), (power, shift) => {
        // A power of two keeps every overlap as it is, to the last bit.
        const scale = 2 ** power;
        const place = <Kind extends ReferenceBox>(box: Kind): Kind => ({
          ...box,
          x: (box.x + shift) * scale,
          y: box.y * scale,
          width: box.width * scale,
          height: box.height * scale,
        });
        const moved = images.map((image) => ({
          reference: image.reference.map(place),
          detected: image.detected.map((box) => ({ ...place(box), score: Math.exp(3 * box.score) })),
        }));
        const found = cocoScores(moved, 2);
        expect(found.ap).toBeCloseTo(ap, 2);
        expect(found.recall[100]).toBeCloseTo(recall[100], 2);
      }),
      { numRuns: 20 },
    );
  });

  it("is 1 for the reference itself, and 0 for nothing found", () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: 90 }),
      y: fc.integer({ min: 0, max: 90 }),
      width: fc.integer({ min: 1, max: 99 }),
      height: fc.integer({ min: 1, max: 99 }),
      classIndex: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
        const right = { reference: boxes, detected: boxes.map((one) => ({ ...one, score: 0.5 })) };
        expect(cocoScores([right], 2)).toMatchObject({ ap: 1, ap50: 1, recall: { 100: 1 } });
        expect(cocoScores([{ reference: boxes, detected: [] }], 2)).toMatchObject({ ap: 0, recall: { 1: 0 } });
      }),
      { numRuns: 50 },
    );
  });

  it("counts the 100 surest boxes of an image", () => {
    const box = { x: 0, y: 0, width: 8, height: 8, classIndex: 0 };
    const wrong = Array.from({ length: 100 }, () => ({ ...box, x: 100, score: 0.9 }));
    const withHit = (score: number) => ({ reference: [box], detected: [...wrong, { ...box, score }] });
    expect(cocoScores([withHit(0.8)], 1).recall[100]).toBe(0);
    expect(cocoScores([withHit(1)], 1).ap).toBe(1);
  });

  it("says what is wrong with its input", () => {
    const box = { x: 0, y: 0, width: 8, height: 8, classIndex: 0 };
    expect(() => cocoScores([{ reference: [], detected: [] }], 1)).toThrow("not enough data");
    expect(() => cocoScores([{ reference: [{ ...box, classIndex: 2 }], detected: [] }], 2)).toThrow(
      "reference box of image 0 has class 2",
    );
    expect(() => cocoScores([{ reference: [box], detected: [{ ...box, score: Number.NaN }] }], 1)).toThrow(
      "detected box of image 0",
    );
  });
});
