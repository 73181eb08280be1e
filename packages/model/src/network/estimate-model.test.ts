import { describe, expect, it } from "vitest";
import { architectureOf } from "./architecture.ts";
import { estimateModel } from "./estimate-model.ts";
import { defaultModelConfig, inputSizesOf, modelConfig, sizeNames } from "./model-config.ts";

const classes = ["no", "yes"];
const manyClasses = Array.from({ length: 14 }, (_, index) => `finding ${index}`);

/** Every network there is: each size at each of its input sizes. */
const networks = sizeNames.flatMap((size) => inputSizesOf(size).map((inputSize) => ({ size, inputSize })));
const limits = { nano: 100_000, small: 500_000, base: 2_300_000, large: 7_400_000 };

describe("estimateModel", () => {
  it.each(networks)(
    "$size at $inputSize px stays within its parameters, in colour and with 14 classes too",
    (choice) => {
      const gray = estimateModel(defaultModelConfig({ ...choice, channels: 1, classes }));
      const colour = estimateModel(defaultModelConfig({ ...choice, channels: 3, classes: manyClasses }));
      expect(gray.parameterCount).toBeLessThan(colour.parameterCount);
      expect(colour.parameterCount).toBeLessThanOrEqual(limits[choice.size]);
    },
  );

  it.each(networks)("$size at $inputSize px: decoding never costs more than encoding by much", (choice) => {
    const { decodeMultiplyAdds, multiplyAdds } = estimateModel(defaultModelConfig({ ...choice, channels: 1, classes }));
    expect(decodeMultiplyAdds).toBeLessThan(0.6 * multiplyAdds);
  });

  it.each(networks)(
    "$size at $inputSize px: heads for masks and boxes add at most a quarter of its bound",
    (choice) => {
      const targets = { maskClasses: ["background", "a", "b"], boxClasses: ["a", "b", "c"] };
      const plain = estimateModel(defaultModelConfig({ ...choice, channels: 3, classes: manyClasses }));
      const both = estimateModel(defaultModelConfig({ ...choice, channels: 3, classes: manyClasses, ...targets }));
      expect(plain.denseHeadParameterCount).toBe(0);
      expect(both.parameterCount - plain.parameterCount).toBe(both.denseHeadParameterCount);
      expect(both.denseHeadParameterCount).toBeLessThanOrEqual(0.25 * limits[choice.size]);
      expect(both.multiplyAdds).toBeGreaterThan(plain.multiplyAdds);
      expect(both.decodeMultiplyAdds).toBe(plain.decodeMultiplyAdds);
    },
  );

  it("counts the layers of nano one by one", () => {
    const { parameterCount } = estimateModel(defaultModelConfig({ size: "nano", channels: 1, classes }));
    // Stem 3·3·16 and its normalisation; heads, attention and log sigma; decoder; the rest is the units.
    const stem = 9 * 16 + 2 * 16;
    const heads = 144 * 4 + 2 * (576 * 16 + 16) + (16 * 2 + 2) + 1;
    const unit = (from: number, to: number): number => from * to + 2 * to + 9 * to + 2 * to;
    const decoder = 16 * 1024 + 1024 + unit(64, 96) + unit(96, 64) + unit(64, 24) + 9 * 24 + 1;
    const halving = (from: number, half: number): number =>
      from * half +
      2 * half +
      9 * half +
      2 * half +
      half * half +
      2 * half +
      9 * from +
      2 * from +
      from * half +
      2 * half;
    const passing = (half: number): number => 2 * half * half + 9 * half + 6 * half;
    const units = halving(16, 16) + passing(16) + halving(32, 32) + 2 * passing(32) + halving(64, 72) + passing(72);
    expect(parameterCount).toBe(stem + heads + decoder + units);
  });

  it("takes a slider's move on a 64 px image under ten million multiply-adds in small", () => {
    const { decodeMultiplyAdds } = estimateModel(defaultModelConfig({ size: "small", channels: 1, classes }));
    expect(decodeMultiplyAdds).toBeLessThan(10_000_000);
  });

  it("gives a bundle's bytes in each precision", () => {
    const model = defaultModelConfig({ size: "large", channels: 1, classes });
    const { bundleSizeBytes, parameterCount } = estimateModel(model);
    expect(bundleSizeBytes.float32).toBeGreaterThan(4 * parameterCount);
    expect(bundleSizeBytes.float16 / bundleSizeBytes.float32).toBeCloseTo(0.5, 1);
    expect(bundleSizeBytes.int8 / bundleSizeBytes.float32).toBeCloseTo(0.26, 1);
  });
});

describe("modelConfig", () => {
  it("says which image sizes a network reads when it is given another", () => {
    const wrong = { ...defaultModelConfig({ size: "nano", channels: 1, classes }), inputSize: 128 };
    expect(modelConfig.safeParse(wrong).error?.issues[0]?.message).toBe(
      "A nano network reads images of 32, 64 px, not of 128 px. Choose one of these, or another size of network.",
    );
    expect(modelConfig.safeParse({ ...wrong, inputSize: 48 }).success).toBe(false);
  });

  it("wants two classes where it is to tell some apart, and none where it is not", () => {
    const model = defaultModelConfig({ size: "nano", channels: 1, classes });
    const messageOf = (changes: object): string | undefined =>
      modelConfig.safeParse({ ...model, ...changes }).error?.issues[0]?.message;
    expect(messageOf({ classes: [] })).toBeUndefined();
    expect(messageOf({ classes: ["one"] })).toContain("One class alone");
    expect(messageOf({ maskClasses: ["background"] })).toContain("The background and at least one class more");
    expect(messageOf({ classes: [], boxClasses: ["cell"] })).toBeUndefined();
    // One class alone tells nothing apart, and is left out where there is more to learn.
    const boxes = defaultModelConfig({ size: "nano", channels: 1, classes: ["one"], boxClasses: ["cell"] });
    expect(boxes.classes).toEqual([]);
    const { maskClasses: _masks, boxClasses: _boxes, ...before } = model;
    expect(modelConfig.parse(before)).toEqual(model);
  });

  it("has more latents for larger images", () => {
    const latents = inputSizesOf("base")
      .toSorted((a, b) => a - b)
      .map((inputSize) => defaultModelConfig({ size: "base", inputSize, channels: 1, classes }).latentDim);
    expect(latents).toEqual([16, 32, 48, 64]);
  });
});

describe("architectureOf", () => {
  it("names the parameters of encoder, latents and decoder alike, whatever heads there are", () => {
    const targets = { maskClasses: ["background", "a"], boxClasses: ["a"] };
    const namesOf = (model: Parameters<typeof architectureOf>[0]): string[] =>
      architectureOf(model).parameters.map(({ name }) => name);
    const plain = namesOf(defaultModelConfig({ size: "small", channels: 1, classes }));
    const dense = namesOf(defaultModelConfig({ size: "small", channels: 1, classes: [], ...targets }));
    const isOfHead = (name: string): boolean => name.startsWith("head.");
    expect(dense.filter((name) => !isOfHead(name))).toEqual(plain.filter((name) => !isOfHead(name)));
    expect(plain.filter(isOfHead)).toEqual(["head.class.kernel", "head.class.bias"]);
    const boxes = namesOf(defaultModelConfig({ size: "small", channels: 1, classes, boxClasses: ["a"] }));
    expect(boxes.filter((name) => !isOfHead(name) || dense.includes(name))).toHaveLength(boxes.length - 2);
  });

  it.each(networks)("$size at $inputSize px: names are unique, decayed parameters come first", (choice) => {
    const { parameters, statistics } = architectureOf(defaultModelConfig({ ...choice, channels: 1, classes }));
    const names = [...parameters, ...statistics].map((spec) => spec.name);
    expect(new Set(names).size).toBe(names.length);
    expect(parameters.findLastIndex((spec) => spec.decayed)).toBeLessThan(
      parameters.findIndex((spec) => !spec.decayed),
    );
  });
});
