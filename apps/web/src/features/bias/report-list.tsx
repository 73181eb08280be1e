"use client";

import { Card, EmptyState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LinkedTable } from "@/features/shell/linked-table.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { attributesOf } from "./attributes-of.ts";

const activePeriodMs = 3000;

/** The group's bias reports, newest first. */
export function ReportList({ group }: { group: string }) {
  const t = useTranslations("bias");
  const { data: reports } = useSuspenseQuery({
    ...useTRPC().report.list.queryOptions({ group }),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === "QUEUED" || status === "RUNNING") ? activePeriodMs : false,
  });
  if (reports.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  return (
    <Card className="p-0">
      <LinkedTable
        isFlush
        title={t("title")}
        columns={[t("model"), t("data"), t("attributes"), t("state"), t("made")]}
        rows={reports.map(
          ({ id, status, cancelRequested, createdAt, parameters, latentSet: { modelVersion, datasetVersion } }) => ({
            ...{ key: id, href: `/g/${group}/bias/${id}`, time: createdAt },
            name: t("open", { name: modelVersion.model.name, number: modelVersion.number }),
            cells: [
              datasetVersion.dataset.name,
              attributesOf(parameters).join(", "),
              <RunStatusBadge key="state" status={status} isCancelling={cancelRequested} />,
            ],
          }),
        )}
      />
    </Card>
  );
}
