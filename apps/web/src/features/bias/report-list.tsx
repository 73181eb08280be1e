"use client";

import { Card, EmptyState, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
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
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("model")}</TableHead>
            <TableHead>{t("data")}</TableHead>
            <TableHead>{t("attributes")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead>{t("made")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {reports.map(
            ({ id, status, cancelRequested, createdAt, parameters, latentSet: { modelVersion, datasetVersion } }) => (
              <TableRow key={id}>
                <TableCell className="max-w-80 pl-5">
                  <Link
                    href={`/g/${group}/bias/${id}`}
                    className="font-medium break-words text-primary underline-offset-4 hover:underline"
                  >
                    {t("open", { name: modelVersion.model.name, number: modelVersion.number })}
                  </Link>
                </TableCell>
                <TableCell>{datasetVersion.dataset.name}</TableCell>
                <TableCell>{attributesOf(parameters).join(", ")}</TableCell>
                <TableCell>
                  <RunStatusBadge status={status} isCancelling={cancelRequested} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-muted-foreground">
                  <RelativeTime date={createdAt} />
                </TableCell>
              </TableRow>
            ),
          )}
        </tbody>
      </Table>
    </Card>
  );
}
