import type { DatasetSummary } from "@diaphane/core/schemas";

export type LabelCount = DatasetSummary["labels"][number];

/** How many times as many training images the most frequent class has as the rarest; null when a class has none. */
export function imbalanceRatio(labels: LabelCount[]): number | null {
  const training = labels.filter(({ label }) => label !== null).map(({ counts }) => counts.TRAIN);
  const rarest = Math.min(...training);
  if (training.length < 2 || rarest <= 0) return null;
  return Math.max(...training) / rarest;
}
