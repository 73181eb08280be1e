"use client";

import type { BiasReport } from "@diaphane/model/bias";
import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { EvidenceChart } from "./evidence-chart.tsx";
import { ProbeTable } from "./probe-table.tsx";
import { Verdict } from "./verdict.tsx";

export interface ComparedReportsProps {
  title: string;
  lead: string;
  before: BiasReport;
  after: BiasReport;
}

/** One set of images without a preset and with it: in words, by group and together, and what probes still read. */
export function ComparedReports({ title, lead, before, after }: ComparedReportsProps) {
  const t = useTranslations("presets.page");
  const all = (report: BiasReport) => [{ group: ["all"], n: report.labelled, metrics: report.overall }];
  return (
    <section className="flex min-w-0 flex-col gap-5" aria-label={title}>
      <div>
        <h2 className="text-lg font-semibold break-words">{title}</h2>
        <p className="text-sm text-muted-foreground">{lead}</p>
      </div>
      <Verdict before={before} after={after} />
      <EvidenceChart title={t("overall")} before={all(before)} after={all(after)} />
      {after.performance.map((grouping, index) => (
        <EvidenceChart
          key={grouping.attributes.join()}
          title={grouping.attributes.join(" × ")}
          before={before.performance[index]?.groups ?? []}
          after={grouping.groups}
        />
      ))}
      <Card>
        <CardHeader title={t("probes")} description={t("honest")} />
        <ProbeTable before={before.use} after={after.use} />
      </Card>
    </section>
  );
}
