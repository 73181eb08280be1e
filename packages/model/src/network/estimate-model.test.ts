import { describe, expect, it } from "vitest";
import { architectureOf } from "./architecture.ts";
import { estimateModel } from "./estimate-model.ts";
import { defaultModelConfig, sizeNames } from "./model-config.ts";

const manyClasses = Array.from({ length: 14 }, (_, index) => `finding ${index}`);

describe("estimateModel", () => {
  it.each([
    ["nano", 100_000],
    ["small", 500_000],
  ] as const)("%s stays under %i parameters, in colour and with 14 classes too", (size, limit) => {
    expect(estimateModel(defaultModelConfig(size, 1, ["no", "yes"])).parameterCount).toBeLessThan(limit);
    expect(estimateModel(defaultModelConfig(size, 3, manyClasses)).parameterCount).toBeLessThan(limit);
  });

  it("counts the layers of nano one by one", () => {
    const { parameterCount } = estimateModel(defaultModelConfig("nano", 1, ["no", "yes"]));
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

  it("counts a decode's multiply-adds among all", () => {
    const { decodeMultiplyAdds, multiplyAdds } = estimateModel(defaultModelConfig("small", 1, ["no", "yes"]));
    expect(decodeMultiplyAdds).toBeLessThan(multiplyAdds);
    expect(decodeMultiplyAdds).toBeLessThan(10_000_000);
  });
});

describe("architectureOf", () => {
  it.each(sizeNames)("%s: names are unique, decayed parameters come first", (size) => {
    const { parameters, statistics } = architectureOf(defaultModelConfig(size, 1, ["no", "yes"]));
    const names = [...parameters, ...statistics].map((spec) => spec.name);
    expect(new Set(names).size).toBe(names.length);
    expect(parameters.findLastIndex((spec) => spec.decayed)).toBeLessThan(
      parameters.findIndex((spec) => !spec.decayed),
    );
  });
});
