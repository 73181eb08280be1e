import { describe, expect, it } from "vitest";
import { auroc } from "./auroc.ts";
import { bootstrapAuroc, bootstrapMulticlassAuroc } from "./bootstrap-auroc.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { multiclassAuroc } from "./multiclass-auroc.ts";
import { stratifiedBootstrap } from "./stratified-bootstrap.ts";

describe("bootstrapAuroc", () => {
  it.each(reference.binary)("is the bootstrap of auroc, only faster (%#)", ({ scores, labels }) => {
    const slow = stratifiedBootstrap((weights) => auroc(scores, labels, weights), labels, { draws: 200, seed: 5 });
    expect(bootstrapAuroc(scores, labels, { draws: 200, seed: 5 })).toEqual(slow);
    expect(slow.interval[0]).toBeLessThan(slow.value);
    expect(slow.interval[1]).toBeGreaterThan(slow.value);
  });

  it("says not enough data for one class", () => {
    expect(() => bootstrapAuroc([0.2, 0.3], [0, 0], { seed: 1 })).toThrow("not enough data");
  });
});

describe("bootstrapMulticlassAuroc", () => {
  it.each(reference.multiclass)("has the metric as its value, inside its interval", (data) => {
    const { probabilities, labels, classCount } = data;
    const { value, interval } = bootstrapMulticlassAuroc(probabilities, labels, classCount, { draws: 200, seed: 5 });
    expect(value).toBe(multiclassAuroc(probabilities, labels, classCount));
    expect(interval[0]).toBeLessThan(value);
    expect(interval[1]).toBeGreaterThan(value);
  });
});
