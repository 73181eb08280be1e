import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { augment } from "./augment.ts";

useEngine("cpu");

const none = { shiftPixels: 0, rotationDegrees: 0, scale: 0, brightness: 0 };
/** A 5×5 image with one bright pixel at row 1, column 3. */
const dot = (): tf.Tensor4D =>
  tf.tensor4d(
    Array.from({ length: 25 }, (_, i) => (i === 8 ? 0.8 : 0)),
    [1, 5, 5, 1],
  );
const brightest = (image: tf.Tensor): number => Number(tf.argMax(tf.reshape(image, [-1])).dataSync()[0]);
/** Uniforms of one image: right, down, turn, size, light; 0.5 changes nothing, 1 changes most. */
const draw = (values: number[]): tf.Tensor2D => tf.tensor2d(values, [1, 5]);

describe("augment", () => {
  it("leaves images as they are when nothing is to change, or the draw is in the middle", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const middle = augment(
          { shiftPixels: 2, rotationDegrees: 10, scale: 0.1, brightness: 0.1 },
          dot(),
          draw(Array(5).fill(0.5)),
        );
        expect(Number(tf.max(tf.abs(tf.sub(middle, dot()))).dataSync()[0])).toBeLessThan(1e-5);
        const image = dot();
        expect(augment(none, image, draw([1, 1, 1, 1, 1]))).toBe(image);
      }),
    );
  });

  it("shifts by whole pixels", () => {
    tf.tidy(() => {
      const config = { ...none, shiftPixels: 1 };
      expect(brightest(augment(config, dot(), draw([1, 0.5, 0.5, 0.5, 0.5])))).toBe(7);
      expect(brightest(augment(config, dot(), draw([0.5, 0, 0.5, 0.5, 0.5])))).toBe(13);
    });
  });

  it("turns around the centre", () => {
    tf.tidy(() => {
      const turned = augment({ ...none, rotationDegrees: 90 }, dot(), draw([0.5, 0.5, 1, 0.5, 0.5]));
      // Row 1, column 3 is (1, −1) from the centre; a quarter turn takes it to (−1, −1).
      expect(brightest(turned)).toBe(6);
      expect(Number(tf.max(turned).dataSync()[0])).toBeCloseTo(0.8, 4);
    });
  });

  it("brightens within 0…1", () => {
    tf.tidy(() => {
      const bright = augment({ ...none, brightness: 0.5 }, dot(), draw([0.5, 0.5, 0.5, 0.5, 1]));
      expect(Number(tf.min(bright).dataSync()[0])).toBeCloseTo(0.5, 5);
      expect(Number(tf.max(bright).dataSync()[0])).toBe(1);
    });
  });
});
