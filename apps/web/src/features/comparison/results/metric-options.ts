import { useTranslations } from "next-intl";
import { readMetrics } from "@/features/models/read-metrics.ts";
import { type Figure, type MetricRow, metricRows } from "@/features/models/version/metric-rows.ts";
import type { RunWithResult } from "../compared-run.ts";

/** A figure of the version that a run made; null where there is none. */
export function figureOf(
  { modelVersion }: Pick<RunWithResult, "modelVersion">,
  row: MetricRow,
  set: "test" | "validation",
): Figure | null {
  const evaluation = readMetrics(modelVersion?.metrics)?.[set];
  return evaluation ? row.of(evaluation) : null;
}

/** Those that at least one of the runs was measured by. */
export function measuredRows(runs: readonly Pick<RunWithResult, "modelVersion">[]): MetricRow[] {
  const isMeasured = (row: MetricRow) =>
    runs.some((run) => figureOf(run, row, "test") !== null || figureOf(run, row, "validation") !== null);
  return metricRows.filter(isMeasured);
}

/** "Accuracy, at the chosen threshold": each run has chosen its own, so no number is named. */
export function useMetricName(): (row: MetricRow) => string {
  const t = useTranslations("comparison");
  const metric = useTranslations("models.metric");
  return ({ name, rule }) => (rule === null ? metric(name) : t(`rule.${rule}`, { name: metric(name) }));
}
