"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { settingsOfRun } from "@/features/comparison/compared-run.ts";
import { figureOf } from "@/features/comparison/results/metric-options.ts";
import { runLabels } from "@/features/comparison/run-labels.ts";
import { CompareCheckbox } from "@/features/comparison/select/compare-checkbox.tsx";
import { useSettingText } from "@/features/comparison/settings/use-setting-text.ts";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { metricRows } from "@/features/models/version/metric-rows.ts";
import { useRunErrorText } from "@/features/training/run/run-log.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import type { SweepRun } from "./sweep-summary.tsx";

/** Every run of a sweep in its order, each with its state, its way in, and a box that chooses it for the comparison. */
export function SweepRuns({ group, runs }: { group: string; runs: readonly SweepRun[] }) {
  const t = useTranslations("sweeps");
  const list = useTranslations("models.list");
  const compare = useTranslations("comparison.select");
  const text = useSettingText();
  const labels = runLabels(
    runs.map((run) => ({ modelName: run.model.name, settings: settingsOfRun(run) })),
    text.label,
  );
  return (
    <Card className="min-w-0">
      <CardHeader title={t("runs")} />
      <Table>
        <caption className="sr-only">{t("runs")}</caption>
        <thead>
          <tr>
            <TableHead>
              <span className="sr-only">{compare("column")}</span>
            </TableHead>
            <TableHead>{list("run")}</TableHead>
            <TableHead>{list("state")}</TableHead>
            <TableHead>{list("auc")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, index) => (
            <SweepRunRow key={run.id} group={group} run={run} label={labels[index] ?? run.id} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

const auc = metricRows.find(({ key }) => key === "auc");

function SweepRunRow({ group, run, label }: { group: string; run: SweepRun; label: string }) {
  const list = useTranslations("models.list");
  const figures = useFigures();
  const errorText = useRunErrorText();
  const figure = auc ? figureOf(run, auc, "test") : null;
  return (
    <TableRow>
      <TableCell className="w-8 pr-0">
        <CompareCheckbox runId={run.id} name={label} />
      </TableCell>
      <TableCell className="max-w-80">
        <Link
          href={`/g/${group}/models/runs/${run.id}`}
          className="font-medium break-words text-primary underline-offset-4 hover:underline"
        >
          {label}
        </Link>
      </TableCell>
      <TableCell className="max-w-80">
        <RunStatusBadge status={run.status} isCancelling={run.cancelRequested} />
        {run.errorCode ? <p className="mt-1 text-xs text-muted-foreground">{errorText(run.errorCode)}</p> : null}
      </TableCell>
      <TableCell className="tabular whitespace-nowrap">
        {figure ? figures.interval(figure.value, figure.interval) : list("notMeasured")}
      </TableCell>
    </TableRow>
  );
}
