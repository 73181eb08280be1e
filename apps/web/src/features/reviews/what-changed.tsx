"use client";

import { Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { areApart, reportChanges } from "@/features/bias/report-changes.ts";
import { useFetchedReport } from "@/features/bias/use-fetched-report.ts";
import { useGroupName } from "@/features/bias/use-group-name.ts";
import { useFigures } from "@/features/models/figures/use-figures.ts";

const mostShown = 8;

export interface WhatChangedProps {
  auditId: string;
  /** Numbers of two revisions with different reports. */
  before: number;
  after: number;
}

/** What a revision's report says otherwise than the one before: how it was made, and the numbers that moved. */
export function WhatChanged({ auditId, before, after }: WhatChangedProps) {
  const t = useTranslations("reviews.changes");
  const metrics = useTranslations("bias.metrics");
  const figures = useFigures();
  const nameOf = useGroupName();
  const { data: was } = useFetchedReport(reportAddress(auditId, before));
  const { data: is } = useFetchedReport(reportAddress(auditId, after));
  if (!was || !is) return <Skeleton className="h-16" />;
  const { settings, moved } = reportChanges(was, is);
  const whose = (attributes: readonly string[], group: readonly (string | null)[]) =>
    attributes.length === 0 ? t("everybody") : `${attributes.join(" × ")}: ${nameOf(group)}`;
  if (settings.length + moved.length === 0) return <p className="text-sm">{t("nothing")}</p>;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {settings.map((one) => (
          <li key={one.name}>
            {t("setting", { name: t(`settings.${one.name}`), before: one.before || "–", after: one.after || "–" })}
          </li>
        ))}
        {moved.slice(0, mostShown).map((one) => (
          <li key={`${one.attributes} ${one.group} ${one.figure}`} className="tabular">
            {t(areApart(one.before, one.after) ? "movedApart" : "moved", {
              ...{ whose: whose(one.attributes, one.group), figure: metrics(one.figure) },
              before: figures.interval(one.before.value, one.before.interval),
              after: figures.interval(one.after.value, one.after.interval),
            })}
          </li>
        ))}
      </ul>
      {moved.length > mostShown ? <p>{t("more", { count: moved.length - mostShown })}</p> : null}
    </div>
  );
}

function reportAddress(auditId: string, revision: number): string {
  return `/api/audits/${auditId}/report?revision=${revision}`;
}
