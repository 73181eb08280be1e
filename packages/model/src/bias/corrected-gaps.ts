import { holmCorrection } from "../metrics/index.ts";
import type { BiasReport } from "./bias-report.ts";

type Groupings = Pick<BiasReport, "performance" | "segmentation" | "detection">;

/** Holm's correction over all tested gaps of a report: of classes, masks and boxes together. */
export function correctedGaps({ performance, segmentation, detection }: Groupings): Groupings {
  const all = [...performance, ...(segmentation ?? []), ...(detection ?? [])];
  const tested = all.flatMap(({ gaps }) => gaps.flatMap(({ pValue }) => (pValue === null ? [] : [pValue])));
  const values = holmCorrection(tested);
  let next = 0;
  const correct = <Of extends { gaps: { pValue: number | null; correctedP: number | null }[] }>(
    groupings: Of[],
  ): Of[] =>
    groupings.map((grouping) => ({
      ...grouping,
      gaps: grouping.gaps.map((gap) => ({ ...gap, correctedP: gap.pValue === null ? null : (values[next++] ?? null) })),
    }));
  return {
    performance: correct(performance),
    ...(segmentation ? { segmentation: correct(segmentation) } : {}),
    ...(detection ? { detection: correct(detection) } : {}),
  };
}
