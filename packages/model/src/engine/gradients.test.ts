import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { gradientError } from "../testing/numerical-gradient.ts";
import { useEngine } from "../testing/use-engine.ts";
import { batchNorm } from "./batch-norm.ts";
import { biasAdd } from "./bias-add.ts";
import { logSumExp } from "./log-sum-exp.ts";
import { relu } from "./relu.ts";
import { upsample } from "./upsample.ts";

useEngine("cpu");

/** Values between −1.6 and 1.6 that keep off the kinks at 0 and ±1. */
function values(shape: number[], seed: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Array.from({ length: size }, (_, i) => {
      const value = 1.6 * Math.sin(1.7 * i + seed);
      return Math.abs(value) < 0.1 || Math.abs(Math.abs(value) - 1) < 0.1 ? 0.45 : value;
    }),
    shape,
  );
}

const unary: [string, (x: tf.Tensor) => tf.Tensor][] = [
  ["abs", tf.abs],
  ["square", tf.square],
  ["exp", tf.exp],
  ["negative", tf.neg],
  ["sigmoid", tf.sigmoid],
  ["log1p of square", (x) => tf.log1p(tf.square(x))],
  ["clip", (x) => tf.clipByValue(x, -1, 1)],
  ["softmax", (x) => tf.softmax(x)],
  ["logSoftmax", (x) => tf.logSoftmax(x)],
  ["sum", (x) => tf.sum(x, 1)],
  ["transpose", (x) => tf.transpose(x, [1, 0])],
  ["reshape", (x) => tf.reshape(x, [3, 2])],
  ["split and concat", (x) => tf.concat(tf.split(x, [1, 2], 1).toReversed(), 1)],
  ["relu", relu],
  ["tanh", tf.tanh],
  ["log of a sum of exponentials", (x) => logSumExp(x, 1)],
  ["the same along the first axis, of large numbers", (x) => logSumExp(tf.add(x, 500), 0)],
];

describe("gradients against finite differences", () => {
  it.each(unary)("%s", (_name, f) => {
    expect(gradientError(f, [values([2, 3], 1)])).toBeLessThan(5e-3);
  });

  it.each([
    ["add", tf.add],
    ["subtract", tf.sub],
    ["multiply", tf.mul],
    ["divide", (a: tf.Tensor, b: tf.Tensor) => tf.div(a, tf.add(tf.square(b), 1))],
  ])("%s, broadcasting", (_name, f) => {
    expect(
      gradientError((a, b) => f(a as tf.Tensor, b as tf.Tensor), [values([2, 3], 1), values([3], 2)]),
    ).toBeLessThan(5e-3);
    expect(
      gradientError((a, b) => f(a as tf.Tensor, b as tf.Tensor), [values([2, 1], 3), values([2, 3], 4)]),
    ).toBeLessThan(5e-3);
  });

  it("matrix product", () => {
    const f = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.matMul(a, b);
    expect(
      gradientError((a, b) => f(a as tf.Tensor, b as tf.Tensor), [values([2, 2, 3], 1), values([2, 3, 2], 2)]),
    ).toBeLessThan(5e-3);
  });

  it.each([1, 2] as const)("convolutions, stride %i", (stride) => {
    const plain = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
      tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, "same");
    const own = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
      tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, "same");
    expect(gradientError(plain, [values([1, 4, 4, 2], 1), values([3, 3, 2, 2], 2)])).toBeLessThan(1e-2);
    expect(gradientError(own, [values([1, 4, 4, 2], 1), values([3, 3, 2, 1], 2)])).toBeLessThan(1e-2);
  });

  it.each([1, 2])("a convolution from 8 channels to %i", (to) => {
    const f = (x: tf.Tensor, w: tf.Tensor): tf.Tensor => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same");
    expect(gradientError(f, [values([2, 3, 4, 8], 1), values([3, 3, 8, to], 2)])).toBeLessThan(1e-2);
  });

  it("bias", () => {
    expect(
      gradientError((x, b) => biasAdd(x, b as tf.Tensor1D), [values([2, 2, 2, 3], 1), values([3], 2)]),
    ).toBeLessThan(5e-3);
  });

  it("upsampling", () => {
    expect(gradientError((x) => upsample(x as tf.Tensor4D), [values([1, 2, 3, 2], 1)])).toBeLessThan(5e-3);
  });

  it("batch normalisation, by input, scale and offset", () => {
    const f = (x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor): tf.Tensor => {
      const result = batchNorm(x as tf.Tensor4D, scale as tf.Tensor1D, offset as tf.Tensor1D);
      tf.dispose([result.mean, result.variance]);
      return result.value;
    };
    expect(gradientError(f, [values([3, 2, 2, 2], 1), values([2], 2), values([2], 3)])).toBeLessThan(1e-2);
  });
});

describe("batchNorm", () => {
  it("gives mean 0 and variance 1, and the statistics of the batch", () => {
    const x = tf.tensor4d([1, 10, 2, 20, 3, 30, 6, 60], [2, 2, 1, 2]);
    const { value, mean, variance } = batchNorm(x, tf.ones([2]), tf.zeros([2]));
    expect([...mean.dataSync()]).toEqual([3, 30]);
    expect(variance.dataSync()[0]).toBeCloseTo(14 / 3, 5);
    const rows = value.dataSync();
    expect((rows[0] ?? 0) + (rows[2] ?? 0) + (rows[4] ?? 0) + (rows[6] ?? 0)).toBeCloseTo(0, 5);
    expect(rows[0]).toBeCloseTo(-2 / Math.sqrt(3.5 + 1e-3), 5);
  });
});
