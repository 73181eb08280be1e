import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhantomFactors } from "./phantom-factors.ts";
import { renderPhantom } from "./render-phantom.ts";

const SIZE = 48;
const AREA = SIZE * SIZE;
const average: PhantomFactors = {
  subject: 0,
  sex: "male",
  site: "A",
  age: 50,
  bodyShape: 0,
  heartSize: 1,
  lungVolume: 1,
  ribAngle: 0,
  rotationDegrees: 0,
  exposure: 0,
  noise: 0,
  opacity: null,
  hasTag: false,
};
const opacity = { side: "left", across: 0, down: 0, radius: 0.25, strength: 0.3 } as const;

function draw(change: Partial<PhantomFactors>, index = 0) {
  const pixels = new Uint8Array(AREA);
  const masks = { lungs: new Uint8Array(AREA), heart: new Uint8Array(AREA), opacity: new Uint8Array(AREA) };
  renderPhantom({ ...average, ...change }, 1, index, { pixels, masks, first: 0, size: SIZE });
  return { pixels, ...masks };
}
const total = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0);
const meanIn = (pixels: Uint8Array, mask: Uint8Array) => {
  return pixels.reduce((sum, value, i) => sum + value * (mask[i] ?? 0), 0) / total(mask);
};
const differing = (a: Uint8Array, b: Uint8Array) => Array.from(a).flatMap((value, i) => (value === b[i] ? [] : [i]));

/** For any two values of a factor that differ by enough for a pixel to notice, the greater one measures more. */
function rises(low: number, high: number, step: number, measure: (value: number) => number): void {
  const start = fc.double({ min: low, max: high - step, noNaN: true });
  fc.assert(
    fc.property(start, (value) => {
      expect(measure(value + step)).toBeGreaterThan(measure(value));
    }),
    { numRuns: 12 },
  );
}

describe("renderPhantom", () => {
  it("a greater heart covers more", () => {
    rises(0.72, 1.4, 0.1, (heartSize) => total(draw({ heartSize }).heart));
  });

  it("a deeper breath opens the lungs", () => {
    rises(0.8, 1.2, 0.06, (lungVolume) => total(draw({ lungVolume }).lungs));
  });

  it("a broader body has wider lungs and leaves less air beside it", () => {
    rises(-1, 1, 0.4, (bodyShape) => total(draw({ bodyShape }).lungs));
    const outside = (bodyShape: number) => draw({ bodyShape }).pixels.filter((value) => value < 20).length;
    expect(outside(1)).toBeLessThan(outside(-1));
  });

  it("more exposure darkens the lungs", () => {
    const { lungs } = draw({});
    rises(-1, 1, 0.1, (exposure) => -meanIn(draw({ exposure }).pixels, lungs));
  });

  it("a stronger opacity is brighter, a larger one covers more", () => {
    const { opacity: mask } = draw({ opacity });
    rises(0.1, 0.35, 0.03, (strength) => meanIn(draw({ opacity: { ...opacity, strength } }).pixels, mask));
    rises(0.13, 0.32, 0.04, (radius) => total(draw({ opacity: { ...opacity, radius } }).opacity));
  });

  it("an opacity changes its own neighbourhood in the lung only", () => {
    const without = draw({});
    const { pixels, opacity: mask } = draw({ opacity });
    const changed = differing(pixels, without.pixels);
    expect(changed.length).toBeGreaterThan(total(mask) / 2);
    for (const i of changed) expect(i % SIZE).toBeLessThan(SIZE / 2);
    expect(total(without.opacity)).toBe(0);
  });

  it("lies on the side that it says", () => {
    const right = draw({ opacity: { ...opacity, side: "right" } }).opacity;
    right.forEach((value, i) => {
      if (value === 1) expect(i % SIZE).toBeGreaterThan(SIZE / 2);
    });
    expect(total(right)).toBeGreaterThan(20);
  });

  it("the tag changes its corner only", () => {
    const changed = differing(draw({ hasTag: true }).pixels, draw({}).pixels);
    expect(changed.length).toBeGreaterThan(10);
    for (const i of changed) expect(Math.max(i % SIZE, Math.floor(i / SIZE))).toBeLessThan(SIZE / 4);
  });

  it("steeper ribs and age change the bones, not the masks", () => {
    for (const change of [{ ribAngle: 1 }, { age: 90 }]) {
      const one = draw(change);
      expect(differing(one.pixels, draw({}).pixels).length).toBeGreaterThan(AREA / 20);
      expect(one.lungs).toEqual(draw({}).lungs);
    }
  });

  it("rotation turns the heart about the middle", () => {
    const centre = (rotationDegrees: number) => {
      const { heart } = draw({ rotationDegrees });
      return heart.reduce((sum, value, i) => sum + value * Math.floor(i / SIZE), 0) / total(heart);
    };
    // The heart lies right of the middle, so turning clockwise lowers it.
    expect(centre(8)).toBeGreaterThan(centre(0));
    expect(centre(0)).toBeGreaterThan(centre(-8));
  });

  it("noise has the strength asked for", () => {
    const noisy = draw({ noise: 0.03, exposure: -0.5 });
    const clean = draw({ exposure: -0.5 });
    let sum = 0;
    let n = 0;
    clean.pixels.forEach((value, i) => {
      if (value < 40 || value > 215) return;
      sum += ((noisy.pixels[i] ?? 0) - value) ** 2;
      n++;
    });
    expect(Math.sqrt(sum / n) / 255).toBeCloseTo(0.03, 2);
  });

  it("looks like a chest: dark lungs beside a bright middle over a bright abdomen", () => {
    const { pixels, lungs, heart } = draw({});
    expect(total(lungs) / AREA).toBeGreaterThan(0.2);
    expect(total(lungs) / AREA).toBeLessThan(0.4);
    expect(meanIn(pixels, heart) - meanIn(pixels, lungs)).toBeGreaterThan(60);
    expect(pixels[(SIZE - 4) * SIZE + SIZE / 4] ?? 0).toBeGreaterThan(meanIn(pixels, lungs) + 60);
    expect(pixels[0]).toBeLessThan(30);
  });
});
