import { type ConsistencyMethod, defaultConsistency } from "../objective/consistency-term.ts";
import type { TrainingConfig } from "./training-config.ts";

/** Of each batch: 16 rows of 128. */
const labelledShare = 0.125;

/** From this share of labelled images on, labels teach enough by themselves. */
const fewLabels = 0.5;

export function hasFewLabels(labelled: number, count: number): boolean {
  return labelled > 0 && labelled < fewLabels * count;
}

/**
 * A configuration for images of which few have a label: each batch keeps rows for those, and the others teach by the method named, or
 * with "none" by reconstruction alone. Whatever consistency term there was is replaced.
 */
export function semiSupervised(config: TrainingConfig, method: ConsistencyMethod | "none"): TrainingConfig {
  const others = config.objective.filter((term) => term.kind !== "consistency");
  const weight = others.find((term) => term.kind === "classification")?.weight ?? 0;
  const objective = method === "none" ? others : [...others, defaultConsistency(method, weight)];
  return { ...config, objective, labelledShare: config.labelledShare ?? labelledShare };
}
