import { type RunProgress, stepColumns } from "../training/progress/run-progress.ts";

const column = stepColumns.indexOf("imagesPerSecond");

/** Images a second while it trained, mean over all readings; null before the first one. */
export function meanThroughput({ steps }: RunProgress): number | null {
  const readings = steps.points.flatMap(({ n, values }) => {
    const value = values[column] ?? null;
    return value === null ? [] : [{ n, value }];
  });
  const count = readings.reduce((sum, { n }) => sum + n, 0);
  return count === 0 ? null : readings.reduce((sum, { n, value }) => sum + n * value, 0) / count;
}
