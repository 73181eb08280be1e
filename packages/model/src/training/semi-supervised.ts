import { type ConsistencyMethod, defaultConsistency } from "../objective/consistency-term.ts";
import type { TrainingConfig } from "./training-config.ts";

/** Rows of each batch for labelled images where those are few, 16 of 128; and where they are many. */
const labelledShare = { few: 0.125, many: 0.5 };

/** From this share of labelled images on, labels teach enough by themselves. */
const fewLabels = 0.5;

export function hasFewLabels(labelled: number, count: number): boolean {
  return labelled > 0 && labelled < fewLabels * count;
}

/** A configuration with the rows for labelled images that its consistency term needs, if it has one and lacks them. */
export function withLabelledRows(config: TrainingConfig): TrainingConfig {
  const isNeeded = config.objective.some(({ kind }) => kind === "consistency");
  return isNeeded ? { ...config, labelledShare: config.labelledShare ?? labelledShare.many } : config;
}

/** For images of which few have a label: each batch keeps rows for those, and MixMatch teaches by the others (decision 15). */
export function forFewLabels(config: TrainingConfig): TrainingConfig {
  return semiSupervised({ ...config, labelledShare: labelledShare.few }, "mixmatch");
}

/** Images without a label teach by the method named, in place of any other; with "none" by the other terms, such as reconstruction, alone. */
export function semiSupervised(config: TrainingConfig, method: ConsistencyMethod | "none"): TrainingConfig {
  const others = config.objective.filter((term) => term.kind !== "consistency");
  if (method === "none") return { ...config, objective: others };
  const weight = others.find((term) => term.kind === "classification")?.weight ?? 0;
  return withLabelledRows({ ...config, objective: [...others, defaultConsistency(method, weight)] });
}
