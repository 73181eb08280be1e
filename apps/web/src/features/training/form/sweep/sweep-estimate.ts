import { estimateModel, type TrainingConfig } from "@diaphane/model/config";
import { estimateTime, type MeasuredSpeed } from "../estimate-time.ts";

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
  /** Images in the training split. */
  imageCount: number;
  measured: readonly MeasuredSpeed[];
}): SweepEstimate {
  const { configs, seeds, imageCount, measured } = plan;
  const each = configs.map(({ model, epochs }) => {
    const { multiplyAdds, trainingCost, bundleSizeBytes } = estimateModel(model);
    const { seconds } = estimateTime({ multiplyAdds, trainingCost, imageCount, epochs, measured });
    return { seconds, sizeBytes: bundleSizeBytes.float32 };
  });
  return {
    runs: configs.length * seeds,
    seconds: seeds * each.reduce((sum, { seconds }) => sum + seconds, 0),
    sizeBytes: seeds * each.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}
