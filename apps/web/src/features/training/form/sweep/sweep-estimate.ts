import { estimateModel, type TrainingConfig } from "@diaphane/model/config";
import { estimateRun, type MeasuredSpeed } from "../estimate-time.ts";
import type { DatasetOption } from "../training-options.ts";

export interface SweepEstimate {
  runs: number;
  /** One run after the other, which is how one trainer takes them. */
  seconds: number;
  /** All bundles together. */
  sizeBytes: number;
}

/** What a sweep will cost in all: every configuration once for each seed. */
export function estimateSweep(plan: {
  configs: readonly TrainingConfig[];
  seeds: number;
  dataset: Pick<DatasetOption, "trainCount" | "validationCount" | "testCount">;
  measured: readonly MeasuredSpeed[];
}): SweepEstimate {
  const { configs, seeds, dataset, measured } = plan;
  const each = configs.map((config) => ({
    seconds: estimateRun(config, dataset, measured).seconds,
    sizeBytes: estimateModel(config.model).bundleSizeBytes.float32,
  }));
  return {
    runs: configs.length * seeds,
    seconds: seeds * each.reduce((sum, { seconds }) => sum + seconds, 0),
    sizeBytes: seeds * each.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}
