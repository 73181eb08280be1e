import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { gradientError } from "../../testing/numerical-gradient.ts";
import { noSharedLosses, objectiveBatch } from "../../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import { detectionTargets } from "../detection-targets.ts";
import gold from "../fixtures/dense.json" with { type: "json" };
import { detection } from "./detection.ts";

useEngine("wasm");

const grid = { side: gold.side, stride: gold.stride, classes: gold.boxClasses };

/** The reference's batch, with other outputs of the head where given. */
function batchOf(maps: { heat?: tf.Tensor4D; size?: tf.Tensor4D; offset?: tf.Tensor4D } = {}) {
  return objectiveBatch({
    rowWeights: tf.tensor1d(gold.rowWeights),
    detection: {
      heat: tf.tensor4d(gold.heatLogits),
      size: tf.tensor4d(gold.size),
      offset: tf.tensor4d(gold.offset),
      ...maps,
      looked: tf.tensor1d(gold.looked),
      targets: detectionTargets(tf.tensor3d(gold.boxes), grid),
    },
  });
}

const settings = { kind: "detection", weight: 1, sizeWeight: 1, offsetWeight: 1 } as const;

function loss(changes: Partial<typeof settings | { sizeWeight: number; offsetWeight: number }> = {}): number {
  return tf.tidy(() => Number(detection.value({ ...settings, ...changes }, batchOf(), noSharedLosses()).dataSync()[0]));
}

describe("detection targets", () => {
  it("are the reference's heat map: 1 at centres, the greater where two boxes meet", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const { heat, isBox } = detectionTargets(tf.tensor3d(gold.boxes), grid);
        expect(Number(tf.max(tf.abs(tf.sub(heat, tf.tensor4d(gold.heat)))).dataSync()[0])).toBeLessThan(1e-6);
        expect([...isBox.dataSync()]).toEqual([1, 1, 1, 1, 0, 0, 1, 0, 0]);
      }),
    );
  });
});

describe("detection", () => {
  it("is the reference's focal loss, sizes and offsets; images nobody looked at and padding count nothing", async () => {
    const { focal, size, offset } = gold.detection;
    await expectNoLeak(() => {
      expect(loss({ sizeWeight: 0, offsetWeight: 0 })).toBeCloseTo(focal, 4);
      expect(loss({ sizeWeight: 3, offsetWeight: 0 })).toBeCloseTo(focal + 3 * size, 4);
      expect(loss({ sizeWeight: 0, offsetWeight: 2 })).toBeCloseTo(focal + 2 * offset, 4);
    });
  });

  it("stays finite where the head is sure and wrong", () => {
    tf.tidy(() => {
      const heat = tf.mul<tf.Tensor4D>(tf.sign(tf.tensor4d(gold.heatLogits)), 200);
      const value = detection.value(settings, batchOf({ heat }), noSharedLosses()).dataSync()[0];
      expect(value).toBeGreaterThan(100);
      expect(value).toBeLessThan(1e6);
    });
  });

  it.each(["heat", "size", "offset"] as const)("has the gradient of its value in %s", (name) => {
    const start = { heat: gold.heatLogits, size: gold.size, offset: gold.offset }[name];
    const map = tf.tensor4d(start);
    const value = (changed: tf.Tensor): tf.Tensor =>
      tf.reshape(detection.value(settings, batchOf({ [name]: changed }), noSharedLosses()), [1]);
    expect(gradientError(value, [map])).toBeLessThan(2e-3);
    map.dispose();
  });

  it("says what it lacks", () => {
    tf.tidy(() => {
      expect(() => detection.value(settings, objectiveBatch({}), noSharedLosses())).toThrow("needs a detection head");
    });
  });
});
