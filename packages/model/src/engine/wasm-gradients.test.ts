import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { registerGradients } from "./gradients.ts";
import { registerWasmGradients } from "./wasm-gradients.ts";

beforeAll(() => {
  registerGradients();
  registerWasmGradients();
});

interface Case {
  kind: "convolution" | "depthwise";
  side: number;
  kernel: number;
  stride: number;
}

function gradients({ kind, side, kernel, stride }: Case): number[][] {
  return tf.tidy(() => {
    const wave = (shape: number[], phase: number): tf.Tensor4D => {
      const size = shape.reduce((product, length) => product * length, 1);
      return tf.tensor4d(
        Array.from({ length: size }, (_, i) => Math.sin(0.7 * i + phase)),
        shape as [number, number, number, number],
      );
    };
    const x = wave([2, side, side, 3], 1);
    const filter = wave([kernel, kernel, 3, kind === "depthwise" ? 1 : 4], 2);
    const run = (image: tf.Tensor, weights: tf.Tensor): tf.Tensor => {
      const convolve = kind === "depthwise" ? tf.depthwiseConv2d : tf.conv2d;
      const y = convolve(image as tf.Tensor4D, weights as tf.Tensor4D, stride, "same");
      return tf.mul(y, wave(y.shape, 3));
    };
    return tf
      .grads(run)([x, filter])
      .map((gradient) => [...gradient.dataSync()]);
  });
}

const cases: Case[] = (["convolution", "depthwise"] as const).flatMap((kind) =>
  [1, 3].flatMap((kernel) => [1, 2].flatMap((stride) => [4, 5].map((side) => ({ kind, side, kernel, stride })))),
);

describe("convolution gradients composed for wasm", () => {
  it.each(cases)("$kind, side $side, kernel $kernel, stride $stride: as the cpu engine's", async (options) => {
    await tf.setBackend("cpu");
    const expected = gradients(options);
    await tf.setBackend("wasm");
    const found = gradients(options);
    found.forEach((gradient, which) => {
      gradient.forEach((value, place) => {
        expect(value).toBeCloseTo(expected[which]?.[place] ?? Number.NaN, 3);
      });
    });
  });
});
