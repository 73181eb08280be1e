/**
 * There are too few cases (or none of one class) to state a number. Whoever shows metrics says
 * "not enough data" for it; it is never turned into NaN, 0 or 0.5.
 */
export class NotEnoughDataError extends Error {
  readonly code = "not-enough-data";
  /** Name of the metric that could not be computed. */
  readonly metric: string;

  constructor(metric: string, detail: string) {
    super(`${metric}: not enough data. ${detail}`);
    this.name = "NotEnoughDataError";
    this.metric = metric;
  }
}

/** The input itself is wrong: lengths differ, a score is NaN, a label is no class. A fault of the caller. */
export class MetricInputError extends Error {
  readonly code = "metric-input";

  constructor(metric: string, detail: string) {
    super(`${metric}: ${detail}`);
    this.name = "MetricInputError";
  }
}
