import { describe, expect, it } from "vitest";
import { bcaInterval, centredInterval, percentileInterval } from "./bca-interval.ts";
import reference from "./fixtures/statistics.json" with { type: "json" };
import { stratifiedBootstrap } from "./stratified-bootstrap.ts";

const close = (found: readonly number[], expected: readonly number[], digits: number) => {
  found.forEach((end, i) => {
    expect(end).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
};

describe("centredInterval", () => {
  it("is as wide as the percentile interval, and about the value where all draws lie above it", () => {
    const draws = Float64Array.from({ length: 101 }, (_, i) => 10 + i / 10);
    const [lower, upper] = percentileInterval(draws, 0.9);
    close(centredInterval(4, draws, 0.9), [lower - 11, upper - 11], 12);
  });
});

describe("bcaInterval", () => {
  it.each(reference.bca)("agrees with scipy on its own draws, of one and of two samples (%#)", (data) => {
    const draws = Float64Array.from(data.draws);
    const jackknife = data.jackknife.map((values) => Float64Array.from(values));
    close(bcaInterval(data.value, draws, jackknife, data.level), data.interval, 10);
    close(percentileInterval(draws, data.level), data.percentile, 12);
    expect(data.interval).not.toEqual(data.percentile);
  });

  it("is the percentile interval when draws are even about the value and influences too", () => {
    const draws = Float64Array.from({ length: 101 }, (_, i) => i);
    close(bcaInterval(50, draws, [Float64Array.of(1, 2, 3)], 0.9), percentileInterval(draws, 0.9), 10);
  });

  it("stays inside the draws when the value lies outside of them", () => {
    const draws = Float64Array.of(1, 2, 3, 4);
    const [low, high] = bcaInterval(9, draws, [], 0.95);
    expect(low).toBeGreaterThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(4);
  });

  it("is what stratifiedBootstrap gives on request, jackknife included", () => {
    const values = reference.bcaCases.skewed;
    const mean = (weights: Float64Array) =>
      weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0) / values.length;
    // The mean of what is left, as the jackknife leaves weights that do not sum to n.
    const statistic = (weights: Float64Array) => (mean(weights) * values.length) / weights.reduce((a, b) => a + b, 0);
    const strata = values.map(() => 0);
    const found = stratifiedBootstrap(statistic, strata, { seed: 4, draws: 20_000, method: "bca" });
    const plain = stratifiedBootstrap(statistic, strata, { seed: 4, draws: 20_000 });
    const [expected] = reference.bca;
    // scipy had 300 draws: its ends are good to about a tenth of the interval.
    close(found.interval, expected?.interval ?? [], 0);
    expect(found.interval[0]).toBeGreaterThan(plain.interval[0]);
    expect(found.interval[1]).toBeGreaterThan(plain.interval[1]);
  });
});
