import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostTensor } from "../network/fold-weights.ts";
import { dequantizeTensors, quantizeTensors } from "./quantize-tensors.ts";

const one = (tensor: HostTensor): Map<string, HostTensor> => new Map([["w", tensor]]);
const through = (tensor: HostTensor, precision: "float16" | "int8"): HostTensor | undefined =>
  dequantizeTensors(quantizeTensors(one(tensor), precision)).get("w");

describe("quantizeTensors", () => {
  it("int8: whole numbers beside a scale for each output channel", () => {
    const stored = quantizeTensors(one({ shape: [2, 2], values: Float32Array.from([1, 0, -0.25, 0]) }), "int8");
    expect(stored.get("w")).toEqual({ dtype: "I8", shape: [2, 2], values: Float32Array.from([127, 0, -32, 0]) });
    expect(stored.get("w.channel_scale")).toEqual({
      ...{ dtype: "F32", shape: [1, 2] },
      values: Float32Array.from([1 / 127, 1]),
    });
  });

  it("int8: scales of a depthwise kernel run along its channels", () => {
    const stored = quantizeTensors(one({ shape: [1, 1, 2, 1], values: Float32Array.from([127, 1270]) }), "int8");
    expect(stored.get("w.channel_scale")).toMatchObject({
      shape: [1, 1, 2, 1],
      values: Float32Array.from([1, 10]),
    });
  });

  it("int8: every value within half a step of its channel", () => {
    const value = fc.float({ min: Math.fround(-1e3), max: Math.fround(1e3), noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 12, maxLength: 12 }), (values) => {
        const tensor = { shape: [2, 2, 1, 3], values: Float32Array.from(values) };
        const found = through(tensor, "int8");
        const largest = [0, 1, 2].map((channel) =>
          Math.max(...values.filter((_, i) => i % 3 === channel).map(Math.abs)),
        );
        values.forEach((given, place) => {
          const step = (largest[place % 3] ?? 0) / 127;
          expect(Math.abs((found?.values[place] ?? Number.NaN) - given)).toBeLessThanOrEqual(step * 0.501 + 1e-30);
        });
      }),
    );
  });

  it("float16: kernels to three digits", () => {
    const found = through({ shape: [1, 3], values: Float32Array.from([0.1, -3.1401, 1000.5]) }, "float16");
    expect([...(found?.values ?? [])]).toEqual([0.0999755859375, -3.140625, 1000.5]);
  });

  it.each(["float16", "int8"] as const)("%s: leaves vectors as they are", (precision) => {
    const vector = { shape: [2], values: Float32Array.from([0.1, 1e-9]) };
    expect(through(vector, precision)).toEqual(vector);
  });
});

describe("dequantizeTensors", () => {
  const kernel = { dtype: "I8" as const, shape: [1, 2], values: Float32Array.from([1, 2]) };
  it.each([
    ["no scales", {}],
    [
      "scales of another shape",
      { "w.channel_scale": { dtype: "F32" as const, shape: [2], values: new Float32Array(2) } },
    ],
    [
      "scales of another type",
      { "w.channel_scale": { dtype: "F16" as const, shape: [1, 2], values: new Float32Array(2) } },
    ],
  ])("refuses %s", (_name, scales) => {
    expect(() => dequantizeTensors(new Map([["w", kernel], ...Object.entries(scales)]))).toThrow(
      "needs the float32 tensor w.channel_scale of shape [1, 2]",
    );
  });
});
