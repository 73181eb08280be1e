"use client";

import { presetEvidence } from "@diaphane/model/debias";
import { Card, CardHeader, ErrorState, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EvidenceChart } from "./evidence-chart.tsx";
import { PresetFacts } from "./preset-facts.tsx";
import { ProbeTable } from "./probe-table.tsx";

/** A preset's evidence at an address of this site: before and after, by group and together, and what probes still read. */
export function EvidenceView({ address }: { address: string }) {
  const t = useTranslations("presets.page");
  const { data, error } = useQuery({
    queryKey: ["preset", address],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status}`);
      return presetEvidence.parse(await response.json());
    },
  });
  if (error) return <ErrorState title={t("failed")}>{error.message}</ErrorState>;
  if (!data) return <Skeleton className="h-96" />;
  const { evidence } = data;
  const { before, after } = evidence;
  const all = (report: typeof before) => [{ group: ["all"], n: report.labelled, metrics: report.overall }];
  return (
    <div className="flex flex-col gap-5">
      <PresetFacts made={data} />
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
    </div>
  );
}
