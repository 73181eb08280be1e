import type * as tf from "@tensorflow/tfjs-core";
import { lossOrder } from "./loss-order.ts";
import { capacityAt, learningRateAt } from "./schedule.ts";
import type { TrainingConfig } from "./training-config.ts";
import { TrainingDiverged } from "./training-errors.ts";
import type { StepLosses, TrainingEvent } from "./training-event.ts";

/** Least time between two reports of steps: reading losses makes the host wait for the engine. */
const reportMs = 500;

/** Reads losses now and then, reports them, and stops a run whose losses are no numbers any more. */
export class ProgressMeter {
  readonly #config: TrainingConfig;
  readonly #totalSteps: number;
  readonly #emit: (event: TrainingEvent) => Promise<void>;
  #reportedMs: number;
  #reportedStep: number;
  /** Seconds a step, smoothed over reports. */
  #stepSeconds: number | null = null;

  constructor(
    config: TrainingConfig,
    totalSteps: number,
    firstStep: number,
    emit: (event: TrainingEvent) => Promise<void>,
  ) {
    this.#config = config;
    this.#totalSteps = totalSteps;
    this.#emit = emit;
    this.#reportedStep = firstStep;
    this.#reportedMs = performance.now();
  }

  /** Takes the losses of a finished step and disposes of them. @param losses `[lossOrder + latentDim]` */
  async after(step: number, epoch: number, losses: tf.Tensor1D, isDue: boolean): Promise<void> {
    const isFirst = this.#stepSeconds === null;
    if (!isFirst && !isDue && performance.now() - this.#reportedMs < reportMs) {
      losses.dispose();
      return;
    }
    const values = await losses.data<"float32">();
    losses.dispose();
    const parts = Object.fromEntries(lossOrder.map((name, place) => [name, values[place] ?? Number.NaN])) as StepLosses;
    const klPerLatent = [...values.subarray(lossOrder.length)];
    if (!Object.values(parts).every(Number.isFinite)) throw new TrainingDiverged(step + 1, { ...parts });
    const stepSeconds = this.#measure(step);
    await this.#emit({
      ...{ kind: "step", step: step + 1, epoch, losses: parts, klPerLatent },
      capacity: capacityAt(this.#config, step, this.#totalSteps),
      learningRate: learningRateAt(this.#config, step, this.#totalSteps),
      imagesPerSecond: this.#config.batchSize / stepSeconds,
      secondsLeft: (this.#totalSteps - step - 1) * stepSeconds,
    });
    // What the receiver and the report itself took is not the engine's time.
    this.#reportedMs = performance.now();
  }

  /** Time that passed between calls of `after` belongs to no step, for example a validation. */
  skip(ms: number): void {
    this.#reportedMs += ms;
  }

  #measure(step: number): number {
    const seconds = (performance.now() - this.#reportedMs) / 1000 / Math.max(1, step + 1 - this.#reportedStep);
    this.#reportedStep = step + 1;
    // The first step also warms the engine up: the second report replaces it.
    this.#stepSeconds = this.#stepSeconds === null || step < 2 ? seconds : 0.7 * this.#stepSeconds + 0.3 * seconds;
    return this.#stepSeconds;
  }
}
