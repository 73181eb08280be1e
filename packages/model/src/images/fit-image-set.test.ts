import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitImageSet } from "./fit-image-set.ts";
import { fitImages } from "./fit-images.ts";
import { fitBoxes, fitMasks } from "./fit-targets.ts";
import { checkImageSet, type ImageSet } from "./image-set.ts";
import type { Box } from "./targets.ts";

const side = fc.integer({ min: 1, max: 24 });
const box = (left: number, top: number, width: number, height: number): Box => ({
  classIndex: 0,
  left,
  top,
  width,
  height,
});

describe("fitMasks", () => {
  it("takes the class at the centre of each pixel, and never one in between", () => {
    expect([...fitMasks(Uint8Array.of(0, 1, 2, 255), { height: 1, width: 4 }, 2)]).toEqual([1, 255, 1, 255]);
    expect([...fitMasks(Uint8Array.of(0, 1, 2), { height: 1, width: 3 }, 1)]).toEqual([1]);
    expect([...fitMasks(Uint8Array.of(0, 1, 2, 3), { height: 2, width: 2 }, 4)]).toEqual([
      ...[0, 0, 1, 1, 0, 0, 1, 1],
      ...[2, 2, 3, 3, 2, 2, 3, 3],
    ]);
  });

  it("returns masks that fit as they are, and takes every mask by itself", () => {
    const masks = Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2);
    expect(fitMasks(masks, { height: 2, width: 2 }, 2)).toBe(masks);
    expect([...fitMasks(masks, { height: 2, width: 2 }, 1)]).toEqual([1, 2]);
  });

  it("stays with the image: an edge between two plain halves moves to the same place in both", () => {
    fc.assert(
      fc.property(side, side, side, fc.nat(23), (height, width, size, at) => {
        const border = at % width;
        const halves = Uint8Array.from({ length: height * width }, (_, i) => (i % width < border ? 0 : 1));
        const mask = fitMasks(halves, { height, width }, size);
        const images = halves.map((value) => value * 200);
        const { images: fitted } = fitImages({ count: 1, height, width, channels: 1, images }, size, 1);
        // Up to where the image is the mean of both, the mask agrees with whichever of them prevails.
        mask.forEach((value, i) => {
          if (fitted[i] !== 100) expect(value).toBe((fitted[i] ?? 0) > 100 ? 1 : 0);
        });
      }),
    );
  });
});

describe("fitBoxes", () => {
  it("scales each axis by itself", () => {
    expect(fitBoxes([box(2, 3, 4, 6)], { height: 12, width: 8 }, 4)).toEqual([box(1, 1, 2, 2)]);
  });

  it("stays with the image: a bright box is bright at its new place, and nowhere else", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(3),
        fc.nat(3),
        (times, length, x, y) => {
          const [height, width] = [8 * times, 8 * times];
          const size = 8;
          const drawn = box(x * times, y * times, length * times, length * times);
          const images = new Uint8Array(height * width);
          for (let row = drawn.top; row < drawn.top + drawn.height; row++) {
            images.fill(200, row * width + drawn.left, row * width + drawn.left + drawn.width);
          }
          const { images: fitted } = fitImages({ count: 1, height, width, channels: 1, images }, size, 1);
          expect(fitBoxes([drawn], { height, width }, size)).toEqual([box(x, y, length, length)]);
          const lit = Array.from(fitted).flatMap((value, i) =>
            value > 0 ? [[i % size, Math.floor(i / size), value]] : [],
          );
          expect(lit).toHaveLength(length * length);
          for (const [column = -1, row = -1, value] of lit) {
            expect([column >= x && column < x + length, row >= y && row < y + length, value]).toEqual([
              true,
              true,
              200,
            ]);
          }
        },
      ),
    );
  });
});

describe("a set with masks and boxes", () => {
  const set: ImageSet = {
    ...{ count: 2, height: 2, width: 4, channels: 1, images: new Uint8Array(16) },
    ...{ classes: [], labels: Int32Array.of(-1, -1) },
    segmentation: {
      classes: ["background", "cell"],
      masks: Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 255, 1, 1, 1, 1, 0, 0, 0, 0),
    },
    detection: { classes: ["cell"], boxes: [[box(0, 0, 4, 2), box(1, 0.5, 1, 1)], null] },
  };
  const change = (part: Partial<ImageSet>) => () => checkImageSet({ ...set, ...part }, "test", []);
  const masks = (values: Uint8Array) => ({ segmentation: { classes: ["background", "cell"], masks: values } });
  const boxes = (...values: (Box[] | null)[]) => ({ detection: { classes: ["cell"], boxes: values } });

  it("is fitted as a whole", () => {
    const fitted = fitImageSet(set, 4, 3);
    checkImageSet(fitted, "fitted", []);
    expect(fitted.images).toHaveLength(2 * 4 * 4 * 3);
    expect([...(fitted.segmentation?.masks.subarray(0, 12) ?? [])]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 255]);
    expect(fitted.detection?.boxes).toEqual([[box(0, 0, 4, 4), box(1, 1, 1, 2)], null]);
  });

  it("is refused when they don't belong to it, naming where", () => {
    expect(change({})).not.toThrow();
    expect(change(masks(new Uint8Array(15)))).toThrow("15 bytes; shape [2, 2, 4] needs 16");
    expect(change(masks(new Uint8Array(16).fill(2, 9, 10)))).toThrow("Mask 1 of the test set has the class 2");
    expect(change(boxes(null))).toThrow("2 images and boxes of 1");
    for (const wrong of [
      box(1, 0, 4, 1),
      box(0, 0, 0, 1),
      { ...box(0, 0, 1, 1), classIndex: 1 },
      box(Number.NaN, 0, 1, 1),
    ]) {
      expect(change(boxes([], [box(0, 0, 1, 1), wrong]))).toThrow("Image 1 of the test set (4 × 2 pixels");
    }
  });
});
