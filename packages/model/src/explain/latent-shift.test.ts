import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Network } from "../bundle/network.ts";
import { randomImages } from "../testing/random-images.ts";
import { trainedModel } from "../testing/trained-model.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { contrastOf } from "./class-contrast.ts";
import { latentShift } from "./latent-shift.ts";

useEngine("wasm");

/** Decodes a code to itself as two pixels; the logits are 0 and 2·a − b. */
const analytic: Pick<Network, "differentiable"> = {
  differentiable: {
    decode: (z) => tf.reshape(z, [-1, 1, 2, 1]),
    features: (images) => tf.mul(images, 1),
    logits: (features) => tf.matMul(tf.reshape<tf.Rank.R2>(features, [-1, 2]), tf.tensor2d([0, 2, 0, -1], [2, 2])),
  },
};
const contrast = { classIndex: 1, rival: 0 };

describe("latentShift", () => {
  it("goes along the gradient until the decision turns, as by hand", async () => {
    // f = 2a − b = 3 at [2, 1], turns at 1; the gradient is [2, −1], f falls by 5 for each unit of it: λ = −.4 at the turn.
    const options = { contrast, level: 1, deviation: [1, 1] };
    const found = await expectNoLeak(() => latentShift(analytic, Float32Array.of(2, 1), options));
    expect([...found.gradient]).toEqual([2, -1]);
    expect(found.isCrossed).toBe(true);
    expect(found.scores.before).toBeCloseTo(3, 5);
    expect(found.scores.after).toBeLessThanOrEqual(1);
    // A fine step is 12/24/8 of an s.d., in which the gradient is √5 long.
    expect(found.lambda).toBeLessThanOrEqual(-0.4);
    expect(found.lambda).toBeGreaterThan(-0.4 - 0.0625 / Math.sqrt(5));
    expect(found.code[0]).toBeCloseTo(2 + 2 * found.lambda, 5);
  });

  it("turns upwards too, and says when nothing within reach turns it", async () => {
    const options = { contrast, deviation: [1, 1] };
    const up = await latentShift(analytic, Float32Array.of(0, 0), { ...options, level: 1 });
    expect(up.lambda).toBeGreaterThan(0);
    expect(up.scores.after).toBeGreaterThan(1);
    const never = await latentShift(analytic, Float32Array.of(0, 0), { ...options, level: 1e4 });
    expect(never.isCrossed).toBe(false);
    expect(never.scores.after).toBeCloseTo(12 * Math.sqrt(5), 3);
    const flat = { ...analytic, differentiable: { ...analytic.differentiable, decode: zeros } };
    expect(await latentShift(flat, Float32Array.of(1, 1), { ...options, level: 1 })).toMatchObject({
      lambda: 0,
      isCrossed: false,
    });
  });

  describe("of a network", () => {
    let network: Network;
    beforeAll(async () => {
      network = await trainedModel(randomImages(16, 32));
    }, 60_000);

    it("has the slope that finite differences have, through decoder and encoder, and leaves no tensor", async () => {
      const { latentDim, classes } = network.config;
      const z = Float32Array.from({ length: latentDim }, (_, latent) => Math.sin(latent));
      const options = {
        contrast: contrastOf(1, classes.length),
        level: 0,
        deviation: new Float32Array(latentDim).fill(1),
      };
      const { gradient } = await expectNoLeak(() => latentShift(network, z, options));
      const scoreAt = async (code: Float32Array) => {
        const images = await network.decode(code);
        const { inputSize: side } = network.config;
        const logits = tf.tidy(() => network.encodeTensor(tf.tensor4d(images, [1, side, side, 1])).logits);
        const [first = 0, second = 0] = await logits.data();
        logits.dispose();
        return second - first;
      };
      const length = Math.hypot(...gradient);
      const along = (by: number) => z.map((value, latent) => value + (by * (gradient[latent] ?? 0)) / length);
      // Small steps: a network of rectifiers is made of kinks.
      const slope = ((await scoreAt(along(0.002))) - (await scoreAt(along(-0.002)))) / 0.004;
      expect(slope / length).toBeCloseTo(1, 1);
    });
  });
});

function zeros(z: tf.Tensor2D): tf.Tensor4D {
  return tf.mul(tf.reshape(z, [-1, 1, 2, 1]), 0);
}
