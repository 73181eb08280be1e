import { describe, expect, it } from "vitest";
import { bootstrapDetection } from "./bootstrap-detection.ts";
import { detectionScores } from "./detection-scores.ts";
import { type DetectionImage, matchDetections } from "./match-detections.ts";

const box = (x: number, classIndex = 0) => ({ x, y: 0, width: 20, height: 20, classIndex });
/** Some right, some shifted, some missed, some made up. */
const images: DetectionImage[] = Array.from({ length: 24 }, (_, i) => ({
  reference: [box(0, i % 2), box(60)],
  detected: [
    { ...box(i % 4, i % 2), score: 0.9 - i / 100 },
    ...(i % 3 === 0 ? [{ ...box(200), score: 0.8 }] : [{ ...box(62), score: 0.503 + i / 100 }]),
  ],
}));

describe("bootstrapDetection", () => {
  it("weighs an image as often as it is drawn", () => {
    const weights = images.map((_, i) => i % 3);
    const drawn = images.flatMap((image, i) => Array.from({ length: i % 3 }, () => image));
    const weighted = detectionScores(matchDetections(images, 2), weights);
    const literal = detectionScores(matchDetections(drawn, 2));
    expect(weighted.ap).toBeCloseTo(literal.ap, 12);
    expect(weighted.recall[1]).toBeCloseTo(literal.recall[1], 12);
    expect(weighted.byClass.map((scores) => scores?.referenceCount)).toEqual(
      literal.byClass.map((scores) => scores?.referenceCount),
    );
  });

  it("has each score as its value, inside its interval, whatever others are asked for with it", () => {
    const options = { seed: 1, draws: 300 };
    const found = bootstrapDetection(images, 2, ({ ap, ap50 }) => [ap, ap50], options);
    const { ap, ap50 } = detectionScores(matchDetections(images, 2));
    expect(found.map(({ value }) => value)).toEqual([ap, ap50]);
    for (const { value, interval } of found) {
      expect(interval[0]).toBeLessThan(value);
      expect(interval[1]).toBeGreaterThan(value);
    }
    expect(bootstrapDetection(images, 2, (scores) => [scores.ap50], options)).toEqual(found.slice(1));
  });

  it("draws subjects when they are told", () => {
    const subjects = images.map((_, i) => Math.floor(i / 12));
    const [found] = bootstrapDetection(images, 2, ({ ap }) => [ap], { seed: 1, draws: 50, subjects });
    const [low, high] = found?.interval ?? [0, 1];
    // Two subjects of the same images but for a little: a narrow interval of few values.
    expect(high - low).toBeLessThan(0.2);
  });
});
