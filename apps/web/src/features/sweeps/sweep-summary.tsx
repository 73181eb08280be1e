"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow, Term } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { figureOf } from "@/features/comparison/results/metric-options.ts";
import { tellingSettings } from "@/features/comparison/settings/telling-settings.ts";
import { useSettingText } from "@/features/comparison/settings/use-setting-text.ts";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { metricRows } from "@/features/models/version/metric-rows.ts";
import type { RouterOutputs } from "@/server/routers/index.ts";
import type { SettingGroup } from "./group-runs.ts";
import { summarise } from "./summary-statistics.ts";

export type SweepRun = RouterOutputs["sweep"]["get"]["runs"][number];

const mostSettings = 4;
const summarised = metricRows.filter(({ key }) => ["auc", "balancedAccuracy-threshold", "psnr"].includes(key));

/** Each setting with what its seeds came to on the test images. */
export function SweepSummary({ groups }: { groups: readonly SettingGroup<SweepRun>[] }) {
  const t = useTranslations("sweeps");
  const metric = useTranslations("models.metric");
  const text = useSettingText();
  const paths = tellingSettings(
    groups.map(({ settings }) => settings),
    mostSettings,
  );
  return (
    <Card className="min-w-0">
      <CardHeader title={t("summary")} description={t("summaryHelp")} />
      <Table>
        <caption className="sr-only">{t("summary")}</caption>
        <thead>
          <tr>
            {paths.length === 0 ? <TableHead>{t("setting")}</TableHead> : null}
            {paths.map((path) => (
              <TableHead key={path}>{text.name(path)}</TableHead>
            ))}
            <TableHead>{t("finished")}</TableHead>
            {summarised.map(({ key, name }) => (
              <TableHead key={key}>
                <Term explanation={metric(`${name}Help`)}>{metric(name)}</Term>
              </TableHead>
            ))}
            <TableHead>{t("time")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <SummaryRow key={group.key} group={group} paths={paths} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function SummaryRow({ group, paths }: { group: SettingGroup<SweepRun>; paths: readonly string[] }) {
  const t = useTranslations("sweeps");
  const text = useSettingText();
  const figures = useFigures();
  const { settings, runs } = group;
  const done = runs.filter(({ status }) => status === "SUCCEEDED").length;
  const seconds = summarise(runs.flatMap(secondsOf));
  return (
    <TableRow>
      {paths.length === 0 ? <TableCell>{t("onlySetting")}</TableCell> : null}
      {paths.map((path) => (
        <TableCell key={path} className="tabular font-medium whitespace-nowrap">
          {text.value(settings[path])}
        </TableCell>
      ))}
      <TableCell className="tabular whitespace-nowrap">
        {t("doneOf", { done: figures.count(done), count: figures.count(runs.length) })}
      </TableCell>
      {summarised.map((row) => {
        const summary = summarise(
          runs.flatMap((run) => {
            const figure = figureOf(run, row, "test");
            return figure ? [figure.value] : [];
          }),
        );
        return (
          <TableCell key={row.key} className="tabular whitespace-nowrap">
            {summary === null ? "–" : figures.figure(summary.mean)}
            {summary === null || summary.standardDeviation === null
              ? null
              : ` ± ${figures.figure(summary.standardDeviation)}`}{" "}
            {summary === null ? null : <span className="text-muted-foreground">n = {figures.count(summary.n)}</span>}
          </TableCell>
        );
      })}
      <TableCell className="tabular whitespace-nowrap">{seconds ? figures.duration(seconds.mean) : "–"}</TableCell>
    </TableRow>
  );
}

/** How long a finished run took. */
function secondsOf({ status, startedAt, finishedAt }: SweepRun): number[] {
  if (status !== "SUCCEEDED" || !startedAt || !finishedAt) return [];
  return [(finishedAt.getTime() - startedAt.getTime()) / 1000];
}
