import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Network } from "../bundle/network.ts";
import { randomImages } from "../testing/random-images.ts";
import { trainedModel } from "../testing/trained-model.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { contrastOf, contrastTensor } from "./class-contrast.ts";
import { gradCam } from "./grad-cam.ts";

useEngine("wasm");

/** Two feature maps, the image and its square; the logits are 3·ΣA⁰ − ΣA¹ and 0. */
const analytic: Parameters<typeof gradCam>[0] = {
  config: { inputSize: 2, channels: 1 },
  differentiable: {
    features: (images) => tf.concat([images, tf.square(images)], 3),
    logits: (features) => {
      const summed: tf.Tensor2D = tf.sum(features, [1, 2]);
      return tf.matMul(summed, tf.tensor2d([3, 0, -1, 0], [2, 2]));
    },
    decode: () => tf.zeros([1, 2, 2, 1]),
  },
};

describe("gradCam", () => {
  it("weighs the maps by their mean gradient and cuts off what speaks against, as by hand", async () => {
    const image = Float32Array.of(0.5, 1, 0, 4);
    // relu(3x − x²)
    const found = await expectNoLeak(() => gradCam(analytic, image, { classIndex: 0, rival: 1 }));
    expect([...found].map((value) => Number(value.toFixed(5)))).toEqual([1.25, 2, 0, 0]);
    const against = await gradCam(analytic, image, { classIndex: 1, rival: 0 });
    expect([...against]).toEqual([0, 0, 0, 4]);
  });

  describe("of a network", () => {
    let network: Network;
    beforeAll(async () => {
      network = await trainedModel(randomImages(16, 32));
    }, 60_000);

    it("takes the score's true slope at the feature maps, and leaves no tensor", async () => {
      const image = Float32Array.from({ length: 32 * 32 }, (_, pixel) => (pixel % 7) / 7);
      const contrast = contrastOf(1, network.config.classes.length);
      const map = await expectNoLeak(() => gradCam(network, image, contrast));
      expect(map).toHaveLength(32 * 32);
      expect(map.every((value) => value >= 0)).toBe(true);
      const { features, logits } = network.differentiable;
      tf.tidy(() => {
        const maps = features(tf.tensor4d(image, [1, 32, 32, 1]));
        const score = (at: tf.Tensor): tf.Scalar => tf.sum(contrastTensor(logits(at as tf.Tensor4D), contrast));
        const slope = tf.grad(score)(maps);
        const step = tf.mul(slope, 1e-2 / Number(tf.norm(slope).dataSync()[0]));
        const rise = tf.sub(score(tf.add(maps, step)), score(tf.sub(maps, step)));
        const expected = 2e-2 * Number(tf.norm(slope).dataSync()[0]);
        expect(Number(rise.dataSync()[0]) / expected).toBeCloseTo(1, 1);
      });
    });
  });
});
