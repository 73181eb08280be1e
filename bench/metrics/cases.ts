import type { DetectionImage } from "../../packages/model/src/metrics/detection/match-detections.ts";
import { randomSource } from "../../packages/model/src/random/random-source.ts";

/** Scores of two overlapping classes, a fifth of them positive, four cases a subject. */
export function scoredCases(count: number) {
  const random = randomSource(1);
  const subjects = Array.from({ length: count }, (_, i) => Math.floor(i / 4));
  const labels = subjects.map((subject) => (subject % 5 === 0 ? 1 : 0));
  const scores = labels.map((label) => label + 1.2 * random.normal());
  return { scores, labels, subjects };
}

/** Pairs of wavy discs of about a third of the image, the second a little off. */
export function maskPairs(count: number, side: number): number[][][] {
  const random = randomSource(2);
  const disc = (x: number, y: number, radius: number, waves: number) =>
    Array.from({ length: side * side }, (_, place) => {
      const [dx, dy] = [(place % side) - x, Math.floor(place / side) - y];
      return Math.hypot(dx, dy) < radius * (1 + 0.15 * Math.sin(waves * Math.atan2(dy, dx))) ? 1 : 0;
    });
  return Array.from({ length: count }, () => {
    const [x, y] = [side * (0.4 + 0.2 * random.uniform()), side * (0.4 + 0.2 * random.uniform())];
    const shift = side * 0.03 * random.normal();
    return [disc(x, y, side / 3, 5), disc(x + shift, y, side / 3.2, 7)];
  });
}

/** Images with a few boxes each, most of them found about where they are, and some made up. */
export function detectionImages(count: number, classCount: number): DetectionImage[] {
  const random = randomSource(3);
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const box = () => ({
    ...{ x: between(0, 400), y: between(0, 300), width: between(10, 150), height: between(10, 150) },
    classIndex: random.below(classCount),
  });
  return Array.from({ length: count }, () => {
    const reference = Array.from({ length: 2 + random.below(14) }, box);
    const near = reference.map((one) => ({
      ...{ ...one, x: one.x + 6 * random.normal(), y: one.y + 6 * random.normal() },
      score: between(0.3, 1),
    }));
    const wrong = Array.from({ length: random.below(10) }, () => ({ ...box(), score: between(0, 0.8) }));
    return { reference, detected: [...near.filter(() => random.uniform() < 0.9), ...wrong] };
  });
}
