"use client";

import { Card, CardHeader, Field, Select, Term } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { ComparedRun } from "../compared-run.ts";
import { RunColumns } from "../run-columns.tsx";
import { MetricChart } from "./metric-chart.tsx";
import { figureOf, measuredRows, useMetricName } from "./metric-options.ts";

/** How good the finished ones are: one measure as a chart, all of them as a table. */
export function ComparedResults({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const version = useTranslations("models.version");
  const metric = useTranslations("models.metric");
  const figures = useFigures();
  const metricName = useMetricName();
  const [chosen, setChosen] = useState("auc");
  const rows = measuredRows(runs.map(({ run }) => run));
  const row = rows.find(({ key }) => key === chosen) ?? rows[0];
  if (!row) {
    return (
      <Card>
        <CardHeader title={version("resultsTitle")} />
        <p className="text-sm text-muted-foreground">{t("noResults")}</p>
      </Card>
    );
  }
  return (
    <Card className="flex min-w-0 flex-col gap-5">
      <CardHeader title={version("resultsTitle")} description={version("intervals")} />
      <div className="grid gap-6 lg:grid-cols-[16rem_1fr]">
        <Field label={version("measure")} help={metric(`${row.name}Help`)}>
          {(attributes) => (
            <Select
              {...attributes}
              options={rows.map((option) => ({ value: option.key, label: metricName(option) }))}
              value={row.key}
              onValueChange={setChosen}
            />
          )}
        </Field>
        <MetricChart runs={runs} row={row} />
      </div>
      <RunColumns
        caption={version("resultsTitle")}
        corner={version("measure")}
        runs={runs}
        rows={rows.map((measure) => ({
          key: measure.key,
          head: <Term explanation={metric(`${measure.name}Help`)}>{metricName(measure)}</Term>,
          cell: ({ run }) => {
            const [test, validation] = [figureOf(run, measure, "test"), figureOf(run, measure, "validation")];
            return (
              <span className="whitespace-nowrap">
                {test ? figures.interval(test.value, test.interval) : "–"}
                {validation ? (
                  <span className="block text-xs text-muted-foreground">
                    {version("validation")} {figures.interval(validation.value, validation.interval)}
                  </span>
                ) : null}
              </span>
            );
          },
        }))}
      />
    </Card>
  );
}
