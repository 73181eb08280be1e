import type { TrainingConfig } from "./training-config.ts";

export const adamBeta1 = 0.9;
export const adamBeta2 = 0.999;

/** Every number of a step that changes with time; inputs of the step, so that it can be captured once and run often. */
export interface Schedule {
  learningRate: number;
  /** C(t) in nats. */
  capacity: number;
  /** 1 / (1 − beta1ᵗ) and 1 / (1 − beta2ᵗ) (Kingma & Ba 2015). */
  correction1: number;
  correction2: number;
  averageDecay: number;
  /** Share of the consistency term's weight. */
  consistency: number;
}

/** The order in which schedule values stand in the step's input tensor. */
export const scheduleOrder = [
  "learningRate",
  "capacity",
  "correction1",
  "correction2",
  "averageDecay",
  "consistency",
] as const;

/** @param step counted from 0 @param totalSteps steps of the whole run */
export function scheduleAt(config: TrainingConfig, step: number, totalSteps: number): Schedule {
  return {
    learningRate: learningRateAt(config, step, totalSteps),
    capacity: capacityAt(config, step, totalSteps),
    correction1: 1 / (1 - adamBeta1 ** (step + 1)),
    correction2: 1 / (1 - adamBeta2 ** (step + 1)),
    averageDecay: averageDecayAt(config.averageDecay, step),
    consistency: consistencyAt(config, step, totalSteps),
  };
}

/** Linear warm-up, then a cosine to zero (Loshchilov & Hutter 2017). */
export function learningRateAt(config: TrainingConfig, step: number, totalSteps: number): number {
  const warmup = Math.max(1, Math.round(config.warmupShare * totalSteps));
  if (step < warmup) return (config.learningRate * (step + 1)) / warmup;
  const progress = (step - warmup) / Math.max(1, totalSteps - warmup);
  return config.learningRate * 0.5 * (1 + Math.cos(Math.PI * progress));
}

/** The capacity term's C(t), 0 where there is none (Burgess et al. 2018). */
export function capacityAt(config: TrainingConfig, step: number, totalSteps: number): number {
  for (const term of config.objective) {
    if (term.kind !== "capacity") continue;
    const ramp = term.rampShare * totalSteps;
    return ramp === 0 ? term.capacity : term.capacity * Math.min(1, step / ramp);
  }
  return 0;
}

/**
 * `exp(−5·(1 − t)²)` while t rises from 0 to 1 over the term's ramp, then 1 (Laine & Aila 2017): a teacher that knows nothing yet should not
 * be believed. 0 without a consistency term.
 */
export function consistencyAt(config: TrainingConfig, step: number, totalSteps: number): number {
  const term = config.objective.find((candidate) => candidate.kind === "consistency");
  if (term === undefined) return 0;
  const ramp = term.rampShare * totalSteps;
  return ramp === 0 ? 1 : Math.exp(-5 * (1 - Math.min(1, step / ramp)) ** 2);
}

/** Lower at first, so that the average forgets the random start: (1 + t) / (10 + t) until it reaches `decay`. */
export function averageDecayAt(decay: number, step: number): number {
  return Math.min(decay, (1 + step) / (10 + step));
}
