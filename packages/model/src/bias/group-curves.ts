import { rocCurve } from "../metrics/index.ts";
import type { GroupReport } from "./bias-report.ts";
import { calibrationBins, type ScoredCases } from "./scored-cases.ts";

/** Points of a curve that are kept: more than a chart shows. */
const mostPoints = 100;

/** ROC curve of a group's cases; of two classes only. */
export function rocOf(
  { scores, labels, classCount }: ScoredCases,
  groups: Int32Array,
  group: number,
): GroupReport["roc"] {
  if (classCount !== 2) return [];
  const members = [...groups.keys()].filter((i) => groups[i] === group);
  const points = rocCurve(
    members.map((i) => scores[i * 2 + 1] ?? 0),
    members.map((i) => labels[i] ?? 0),
  ).map(({ falsePositiveRate, truePositiveRate }) => ({ falsePositiveRate, truePositiveRate }));
  const step = Math.max(1, (points.length - 1) / mostPoints);
  const kept = Array.from({ length: Math.min(points.length, mostPoints) }, (_, i) => points[Math.floor(i * step)]);
  return [...kept.slice(0, -1), points.at(-1)].filter((point) => point !== undefined);
}

/** Confidence and accuracy of a group's cases, bin by bin. */
export function calibrationOf(
  { confidence, excess, bin }: ScoredCases,
  groups: Int32Array,
  group: number,
): GroupReport["calibration"] {
  const counts = new Int32Array(calibrationBins);
  const confidences = new Float64Array(calibrationBins);
  const right = new Float64Array(calibrationBins);
  for (let i = 0; i < groups.length; i++) {
    if (groups[i] !== group) continue;
    const b = bin[i] ?? 0;
    counts[b] = (counts[b] ?? 0) + 1;
    confidences[b] = (confidences[b] ?? 0) + (confidence[i] ?? 0);
    right[b] = (right[b] ?? 0) + (excess[i] ?? 0) + (confidence[i] ?? 0);
  }
  return [...counts.keys()].flatMap((b) => {
    const count = counts[b] ?? 0;
    if (count === 0) return [];
    return [{ count, confidence: (confidences[b] ?? 0) / count, accuracy: (right[b] ?? 0) / count }];
  });
}
