import { expect, test } from "vitest";
import { type DetectionRow, detectionPlot, detectionTable } from "./summary.ts";

const trained = (ap50: number) => ({
  ...{ ap50, ap: ap50 / 2, recall: 0.5, parameters: 1000, epochs: 8, cpuSeconds: 60 },
  byClass: [
    { name: "red", ap50 },
    { name: "white", ap50: null },
  ],
});
const row = (seed: number, ap50: number): DetectionRow => ({
  ...{ data: "blood", size: "small", inputSize: 128, seed, epochs: null },
  ...{ ours: trained(ap50), peer: trained(ap50 - 0.1), engine: "native", torch: "2", date: "2026-01-01" },
});

test("sets ours beside the peer's, class by class", () => {
  expect(detectionTable([row(1, 0.7), row(2, 0.8)], ["blood", "bones"], 2)).toEqual([
    [
      ...["blood", "Diaphane small, 128 px", "1,000", "8", "60", "0.750 ± 0.071", "0.375 ± 0.035", "0.500 ± 0.000"],
      "red 0.75 ± 0.07, white –",
    ],
    [
      ...[
        "blood",
        "CenterNet (PyTorch), 128 px",
        "1,000",
        "8",
        "60",
        "0.650 ± 0.071",
        "0.325 ± 0.035",
        "0.500 ± 0.000",
      ],
      "red 0.65 ± 0.07, white –",
    ],
    ["bones", "not run", "", "", "", "", "", "", ""],
  ]);
});

test("draws what was run alone", () => {
  const plot = detectionPlot([row(1, 0.7)], ["blood", "bones"]);
  expect(plot.map(({ name }) => name)).toEqual(["blood, AP50", "blood, AP"]);
  expect(plot[1]?.values.map((value) => value?.mean.toFixed(2))).toEqual(["0.35", "0.30"]);
});
