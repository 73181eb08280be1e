"use client";

import type { GroupReport } from "@diaphane/model/bias";
import { Card, CardHeader, IntervalChart, Select } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FigureName, wholeFigures } from "@/features/bias/group-figures.ts";
import { useGroupName } from "@/features/bias/use-group-name.ts";
import { useFigures } from "@/features/models/figures/use-figures.ts";

type Scored = Pick<GroupReport, "group" | "n" | "metrics">;

export interface EvidenceChartProps {
  title: string;
  before: readonly Scored[];
  after: readonly Scored[];
  /** The figure that is shown until another is chosen. */
  first?: FigureName;
}

/** Each group with the preset (filled) and without (hollow), by a figure, with intervals. */
export function EvidenceChart({ title, before, after, first = "accuracy" }: EvidenceChartProps) {
  const t = useTranslations("presets.page");
  const metrics = useTranslations("bias.metrics");
  const report = useTranslations("bias.report");
  const figures = useFigures();
  const nameOf = useGroupName();
  const available = wholeFigures.filter((name) => after.some((group) => group.metrics[name]));
  const [chosen, setChosen] = useState<FigureName>(first);
  const figure = available.includes(chosen) ? chosen : (available[0] ?? "accuracy");
  const said = (estimate: Scored["metrics"][FigureName] | undefined) =>
    estimate ? figures.interval(estimate.value, estimate.interval) : report("notEnough");
  return (
    <Card>
      <CardHeader
        title={title}
        description={`${t("before")}, ${t("after")}`}
        action={
          <Select
            aria-label={metrics("name")}
            className="w-56 max-w-1/2 shrink-0"
            value={figure}
            onValueChange={setChosen}
            options={available.map((value) => ({ value, label: metrics(value) }))}
          />
        }
      />
      <IntervalChart
        locale={figures.locale}
        label={title}
        rows={after.map((group) => {
          const key = JSON.stringify(group.group);
          const was = before.find((one) => JSON.stringify(one.group) === key)?.metrics[figure];
          const is = group.metrics[figure];
          return {
            ...{ key, name: after.length === 1 ? t("overall") : nameOf(group.group), colour: "var(--primary)" },
            main: is ? { key: "after", ...is } : null,
            second: was ? { key: "before", ...was } : null,
            text: `${said(was)} → ${said(is)} · ${report("n", { n: group.n })}`,
          };
        })}
      />
    </Card>
  );
}
