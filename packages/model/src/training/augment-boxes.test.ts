import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IGNORED_PIXEL } from "../images/targets.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { augment } from "./augment.ts";
import { augmentBoxes } from "./augment-boxes.ts";
import { augmentMasks } from "./augment-masks.ts";

useEngine("wasm");

const size = 64;
const augmentation = { shiftPixels: 6, rotationDegrees: 40, scale: 0.2, brightness: 0 };

interface Object {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A bright object that fills its box's ellipse, as most do. */
function pictureOf({ left, top, width, height }: Object): tf.Tensor4D {
  const pixels = Float32Array.from({ length: size * size }, (_, place) => {
    const x = ((place % size) + 0.5 - left - width / 2) / (width / 2);
    const y = (Math.floor(place / size) + 0.5 - top - height / 2) / (height / 2);
    return x * x + y * y <= 1 ? 1 : 0;
  });
  return tf.tensor4d(pixels, [1, size, size, 1]);
}

/** The frame of what is bright. */
function frameOf(pixels: ArrayLike<number>): Object {
  const bright = Array.from(pixels).flatMap((value, place) => (value > 0.5 ? [place] : []));
  const columns = bright.map((place) => place % size);
  const rows = bright.map((place) => Math.floor(place / size));
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  return { left, top, width: Math.max(...columns) + 1 - left, height: Math.max(...rows) + 1 - top };
}

const boxesOf = ({ left, top, width, height }: Object): tf.Tensor3D =>
  tf.tensor3d([
    [
      [1, left, top, width, height],
      [-1, -1, -1, -1, -1],
    ],
  ]);

const draw = fc.double({ min: 0, max: 0.999, noNaN: true });
const uniforms = fc.tuple(draw, draw, draw, draw, draw);

describe("boxes and masks under augmentation", () => {
  it("stay with their object, wherever it is taken", () => {
    const objects = fc.record({
      left: fc.integer({ min: 18, max: 28 }),
      top: fc.integer({ min: 18, max: 28 }),
      width: fc.integer({ min: 8, max: 18 }),
      height: fc.integer({ min: 8, max: 18 }),
    });
    fc.assert(
      fc.property(objects, uniforms, (object, drawn) => {
        tf.tidy(() => {
          const uniform = tf.tensor2d(drawn, [1, 5]);
          const frame = frameOf(augment(augmentation, pictureOf(object), uniform).dataSync());
          const [label, left = 0, top = 0, width = 0, height = 0] = augmentBoxes(
            augmentation,
            boxesOf(object),
            uniform,
            size,
          ).dataSync();
          expect(label).toBe(1);
          // Within what a grid of pixels can tell.
          for (const [found, expected] of [
            [left, frame.left],
            [top, frame.top],
            [left + width, frame.left + frame.width],
            [top + height, frame.top + frame.height],
          ] as const) {
            expect(Math.abs(found - expected)).toBeLessThan(1.5);
          }
          const mask = augmentMasks(augmentation, pictureOf(object), uniform).dataSync();
          const masked = frameOf(Array.from(mask, (value) => (value === IGNORED_PIXEL ? 0 : value)));
          for (const side of ["left", "top", "width", "height"] as const) {
            // A tip of a pixel or two may fall to either side of the border.
            expect(Math.abs(masked[side] - frame[side])).toBeLessThanOrEqual(2);
          }
        });
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it("ignores pixels that come from outside of the image, and knows only whole classes", () => {
    tf.tidy(() => {
      const mask = tf.fill<tf.Rank.R4>([1, 8, 8, 1], 2);
      const uniform = tf.tensor2d([0.999, 0.5, 0.5, 0.5, 0.5], [1, 5]);
      const moved = augmentMasks({ ...augmentation, shiftPixels: 3 }, mask, uniform).dataSync();
      expect([...moved.slice(0, 8)]).toEqual([2, 2, 2, 2, 2, 255, 255, 255]);
      const turned = augmentMasks(augmentation, mask, tf.tensor2d([0.3, 0.6, 0.9, 0.1, 0], [1, 5])).dataSync();
      expect(new Set(turned)).toEqual(new Set([2, IGNORED_PIXEL]));
    });
  });

  it("cuts boxes at the border and drops those that have left, and leaves no tensor", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const still = { ...augmentation, rotationDegrees: 0, scale: 0, shiftPixels: 10 };
        const uniform = tf.tensor2d([1, 0.5, 0.5, 0.5, 0.5], [1, 5]);
        const boxes = tf.tensor3d([
          [
            [0, 4, 20, 12, 10],
            [1, 2, 20, 6, 10],
            [-1, -1, -1, -1, -1],
          ],
        ]);
        const moved = augmentBoxes(still, boxes, uniform, size).arraySync()[0] ?? [];
        moved[0]?.forEach((value, place) => {
          expect(value).toBeCloseTo([0, 0, 20, 6, 10][place] ?? Number.NaN, 4);
        });
        expect(moved.map(([label]) => label)).toEqual([0, -1, -1]);
        expect(augmentBoxes({ ...still, shiftPixels: 0 }, boxes, uniform, size)).toBe(boxes);
      }),
    );
  });
});
