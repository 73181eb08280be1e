import { expect, it } from "vitest";
import { intervalCoverage, type MeasureCoverage } from "../testing/interval-coverage.ts";
import { measures } from "./group-tally.ts";

const groups = [
  { name: "many", count: 200, prevalence: 0.4, means: [-1, 1] },
  { name: "few", count: 80, prevalence: 0.35, means: [-1.2, 0.6] },
] as const;

function shareOf(all: readonly MeasureCoverage[]): number {
  const sum = (read: (one: MeasureCoverage) => number): number => all.reduce((total, one) => total + read(one), 0);
  return sum(({ covered }) => covered) / sum(({ intervals }) => intervals);
}

it("intervals of 95 % hold the true figure in 95 ± 2 % of simulated audits, those of calibration in no fewer", () => {
  const coverage = intervalCoverage(groups, { seed: 1, simulations: 500, draws: 300, intervals: "bca" });
  for (const measure of measures) {
    const share = shareOf(coverage.filter((one) => one.measure === measure));
    expect(share, measure).toBeGreaterThan(0.93);
    if (measure !== "ece") expect(share, measure).toBeLessThan(0.97);
  }
});

it("a small share in a small group has an interval to match", () => {
  const tiny = [{ name: "tiny", count: 41, prevalence: 0.25, means: [-3, -1.5] }] as const;
  const rates = intervalCoverage(tiny, { seed: 1, simulations: 150, draws: 200, intervals: "bca" });
  expect(shareOf(rates.filter(({ measure }) => measure === "selectionRate"))).toBeGreaterThan(0.93);
});
