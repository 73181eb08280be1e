import { describe, expect, it } from "vitest";
import { probabilities } from "../latent/probabilities.ts";
import { fitTemperature } from "./fit-temperature.ts";
import gold from "./fixtures/temperature.json" with { type: "json" };
import { NotEnoughDataError } from "./metric-errors.ts";

function crossEntropy(logits: number[], labels: number[], classCount: number): number {
  const scores = probabilities(logits, classCount);
  return labels.reduce((sum, label, row) => sum - Math.log(scores[row * classCount + label] ?? 0), 0) / labels.length;
}

describe("fitTemperature", () => {
  it.each(gold.cases)(
    "finds scipy's minimum with $classCount classes",
    ({ logits, labels, classCount, ...expected }) => {
      const temperature = fitTemperature(logits, labels, classCount);
      expect(temperature).toBeCloseTo(expected.temperature, 5);
      const scaled = logits.map((logit) => logit / temperature);
      expect(crossEntropy(logits, labels, classCount)).toBeCloseTo(expected.before, 9);
      expect(crossEntropy(scaled, labels, classCount)).toBeCloseTo(expected.after, 9);
    },
  );

  it("stays within bounds where every case is right, or every case is wrong", () => {
    expect(fitTemperature([2, 0, 0, 2], [0, 1], 2)).toBeCloseTo(0.05, 6);
    expect(fitTemperature([2, 0, 0, 2], [1, 0], 2)).toBeCloseTo(20, 6);
  });

  it("refuses to fit nothing", () => {
    expect(() => fitTemperature([], [], 2)).toThrow(NotEnoughDataError);
  });
});
