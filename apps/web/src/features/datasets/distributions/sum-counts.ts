import type { SplitCounts } from "@diaphane/core/schemas";

export function sumCounts(counts: SplitCounts): number {
  return counts.TRAIN + counts.VALIDATION + counts.TEST;
}
