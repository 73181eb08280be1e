import {
  type EpochReading,
  epochColumns,
  type RunProgress,
  type StepReading,
  stepColumns,
} from "../../training/progress/run-progress.ts";

/** What the curves run along: steps of training, or seconds since the run began. */
export type Along = "step" | "time";

export interface Point {
  x: number;
  y: number;
}

/** A reading of each step. */
export function stepPoints(progress: RunProgress, reading: StepReading, along: Along): Point[] {
  const [column, seconds] = [stepColumns.indexOf(reading), stepColumns.indexOf("seconds")];
  return progress.steps.points.flatMap(({ x, values }) =>
    point(along === "step" ? x : values[seconds], values[column]),
  );
}

/** A reading of each epoch, placed where the epoch ended: runs with epochs of unlike length share the axis. */
export function epochPoints(progress: RunProgress, reading: EpochReading, along: Along): Point[] {
  const column = epochColumns.indexOf(reading);
  const place = epochColumns.indexOf(along === "step" ? "step" : "seconds");
  return progress.epochs.points.flatMap(({ values }) => point(values[place], values[column]));
}

function point(x: number | null | undefined, y: number | null | undefined): Point[] {
  return typeof x === "number" && typeof y === "number" ? [{ x, y }] : [];
}
