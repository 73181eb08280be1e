import type { GroupMetrics } from "@diaphane/model/bias";

export type FigureName = keyof GroupMetrics;

/** In the order that pages show them. */
export const wholeFigures = [
  "accuracy",
  "auroc",
  "tpr",
  "fpr",
  "ppv",
  "selectionRate",
  "underdiagnosis",
  "ece",
  "brier",
] as const satisfies FigureName[];

const lowerIsBetter: readonly FigureName[] = ["fpr", "underdiagnosis", "ece", "brier"];

/** Worst first; groups without the figure last. */
export function worstFirst<Group extends { metrics: GroupMetrics }>(
  groups: readonly Group[],
  name: FigureName,
): Group[] {
  const sign = lowerIsBetter.includes(name) ? -1 : 1;
  const rank = ({ metrics }: Group) => (metrics[name] ? sign * metrics[name].value : Number.POSITIVE_INFINITY);
  return groups.toSorted((a, b) => rank(a) - rank(b) || 0);
}
