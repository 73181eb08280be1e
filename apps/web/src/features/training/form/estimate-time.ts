import { estimateModel, type TrainingConfig, trainingWork } from "@diaphane/model/config";
import type { DatasetOption } from "./training-options.ts";

/** How fast an earlier run trained, and on what kind of model. */
export interface MeasuredSpeed {
  /** Images that went through a plain step of its network: see `trainingWork`. */
  readonly imagesPerSecond: number;
  /** What training the model that was measured costs: see `estimateModel`. */
  readonly trainingCost: number;
  readonly engine: string;
}

/**
 * What an estimate rests on, from firm to rough; the page says which.
 * `sameModel` a run of a model of the same cost · `otherModel` a run of another one, scaled by cost ·
 * `assumed` no run yet: `assumedGflops` is taken for the machine.
 */
export type TimeBasis = "sameModel" | "otherModel" | "assumed";

export interface TimeEstimate {
  readonly seconds: number;
  readonly imagesPerSecond: number;
  readonly basis: TimeBasis;
  /** Engine of the run the figure was measured on; null when assumed. */
  readonly engine: string | null;
}

export interface TimeQuestion {
  readonly multiplyAdds: number;
  readonly trainingCost: number;
  /** What is to be done, as images that go through a plain step: see `trainingWork`. */
  readonly work: number;
  readonly measured: readonly MeasuredSpeed[];
}

/** Arithmetic a plain laptop sustains in training, in 10⁹ operations a second: low on purpose. */
export const assumedGflops = 15;

/** Forward once, backward about twice that; a multiply-add is two operations. */
const operationsPerMultiplyAdd = 2 * 3;

/** Models within this ratio of one another count as the same. */
const sameModelTolerance = 1.05;

/**
 * Seconds a training will take. The newest run of a like model is believed first; `measured` is newest first.
 * Small and large models don't use a machine equally well, so scaling from another size is only a guide.
 */
export function estimateTime({ multiplyAdds, trainingCost, work, measured }: TimeQuestion): TimeEstimate {
  const same = measured.find((speed) => ratio(speed.trainingCost, trainingCost) <= sameModelTolerance);
  if (same !== undefined) return answer(same.imagesPerSecond, "sameModel", same.engine);
  const nearest = [...measured].sort(
    (a, b) => ratio(a.trainingCost, trainingCost) - ratio(b.trainingCost, trainingCost),
  )[0];
  if (nearest !== undefined) {
    return answer((nearest.imagesPerSecond * nearest.trainingCost) / trainingCost, "otherModel", nearest.engine);
  }
  return answer((assumedGflops * 1e9) / (operationsPerMultiplyAdd * multiplyAdds), "assumed", null);

  function answer(imagesPerSecond: number, basis: TimeBasis, engine: string | null): TimeEstimate {
    return { seconds: work / imagesPerSecond, imagesPerSecond, basis, engine };
  }
}

/** Seconds that a training on these images will take. */
export function estimateRun(
  config: TrainingConfig,
  { trainCount, validationCount, testCount }: Pick<DatasetOption, "trainCount" | "validationCount" | "testCount">,
  measured: readonly MeasuredSpeed[],
): TimeEstimate {
  const { multiplyAdds, trainingCost } = estimateModel(config.model);
  const work = trainingWork(config, { train: trainCount, validation: validationCount, test: testCount });
  return estimateTime({ multiplyAdds, trainingCost, work, measured });
}

function ratio(a: number, b: number): number {
  return Math.max(a / b, b / a);
}
