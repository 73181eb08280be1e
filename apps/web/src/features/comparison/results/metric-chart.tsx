"use client";

import { IntervalChart } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { Figure, MetricRow } from "@/features/models/version/metric-rows.ts";
import type { ComparedRun } from "../compared-run.ts";
import { clearBest, hasInterval, sortByFigure } from "./clear-best.ts";
import { figureOf, useMetricName } from "./metric-options.ts";

interface Scored {
  key: string;
  run: ComparedRun;
  figure: Figure;
  validation: Figure | null;
}

/** One measure of all runs as dots with intervals, best value first, and whether that says anything. */
export function MetricChart({ runs, row }: { runs: readonly ComparedRun[]; row: MetricRow }) {
  const t = useTranslations("comparison");
  const version = useTranslations("models.version");
  const figures = useFigures();
  const metricName = useMetricName();
  const scored = runs.flatMap((run): Scored[] => {
    const figure = figureOf(run.run, row, "test");
    return figure ? [{ key: run.run.id, run, figure, validation: figureOf(run.run, row, "validation") }] : [];
  });
  const sorted = sortByFigure(scored, row.better);
  const best = sorted.find(({ key }) => key === clearBest(scored, row.better));
  const isSameData = new Set(scored.map(({ run }) => run.run.datasetVersion.contentHash)).size <= 1;
  const missing = runs.length - scored.length;
  const interval = ({ value, interval: ends }: Figure) => figures.interval(value, ends);
  const verdict = () => {
    if (scored.length < 2) return t("verdict.tooFew");
    if (!isSameData) return t("verdict.otherData");
    if (!scored.every(({ figure }) => hasInterval(figure))) return t("verdict.noInterval");
    return best ? t("verdict.clear", { name: best.run.label }) : t("verdict.overlap");
  };
  return (
    <div className="flex flex-col gap-3">
      {sorted.length > 0 ? (
        <IntervalChart
          label={t("chartOf", { name: metricName(row) })}
          locale={figures.locale}
          rows={sorted.map(({ key, run, figure, validation }) => ({
            key,
            name: run.label,
            colour: run.colour,
            main: { key: "test", ...figure },
            second: validation && { key: "validation", ...validation },
            text: (
              <>
                {version("test")} {interval(figure)}
                {validation ? (
                  <span className="block">
                    {version("validation")} {interval(validation)}
                  </span>
                ) : null}
              </>
            ),
          }))}
        />
      ) : null}
      <p className="text-sm font-medium">{verdict()}</p>
      <p className="text-xs text-muted-foreground">
        {t("dots")} {missing > 0 ? t("unscored", { count: missing }) : null}
      </p>
    </div>
  );
}
