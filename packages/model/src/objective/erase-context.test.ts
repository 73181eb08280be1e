import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { drawOnHost } from "../random/draw-noise.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { eraseContext, erasingUniforms } from "./erase-context.ts";
import type { Erasing } from "./erasing.ts";

useEngine("cpu");

/** The share of each image that is erased. */
function erasedShares(erasing: Erasing, count: number, size: number): number[] {
  return tf.tidy(() => {
    const { uniform } = drawOnHost(5, 0, { batch: count, latentDim: 1, uniforms: erasingUniforms(erasing, size) });
    const erased = eraseContext(erasing, tf.ones([count, size, size, 1]), uniform);
    return [...tf.sub(1, tf.mean(tf.reshape(erased, [count, -1]), 1)).dataSync()];
  });
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("eraseContext", () => {
  it("rectangles: half of the images, .02 to .4 of each", async () => {
    const erasing: Erasing = { kind: "rectangle", probability: 0.5, area: [0.02, 0.4], aspect: [0.3, 3.3] };
    const shares = await expectNoLeak(() => erasedShares(erasing, 400, 16));
    const erased = shares.filter((share) => share > 0);
    expect(erased.length / shares.length).toBeGreaterThan(0.4);
    expect(erased.length / shares.length).toBeLessThan(0.6);
    expect(Math.max(...erased)).toBeLessThan(0.5);
    expect(mean(erased)).toBeGreaterThan(0.15);
    expect(mean(erased)).toBeLessThan(0.27);
  });

  it("patches: about the ratio, in whole patches", () => {
    const shares = erasedShares({ kind: "patches", ratio: 0.4, patchSize: 4 }, 200, 16);
    expect(mean(shares)).toBeCloseTo(0.4, 1);
    for (const share of shares) expect((share * 16) % 1).toBeCloseTo(0, 5);
  });

  it("patches that don't divide the image are cut at its edge", () => {
    expect(erasedShares({ kind: "patches", ratio: 1, patchSize: 5 }, 2, 16)).toEqual([1, 1]);
  });

  it("nothing is erased when told so", () => {
    expect(erasedShares({ kind: "none" }, 3, 8)).toEqual([0, 0, 0]);
  });
});
