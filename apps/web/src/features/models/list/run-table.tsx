"use client";

import { Badge, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";

type Runs = RouterOutputs["run"]["list"];

/** Trainings, newest first, each with its state and its way in. */
export function RunTable({ group, runs, caption }: { group: string; runs: Runs; caption: string }) {
  const t = useTranslations("models.list");
  const training = useTranslations("training");
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <TableHead>{t("run")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead>{training("run.dataset")}</TableHead>
          <TableHead>{t("started")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <TableCell className="max-w-80">
              <Link
                href={`/g/${group}/models/runs/${run.id}`}
                className="font-medium break-words text-primary underline-offset-4 hover:underline"
              >
                {run.model.name}
              </Link>
            </TableCell>
            <TableCell>
              <RunStatusBadge status={run.status} isCancelling={run.cancelRequested} />
            </TableCell>
            <TableCell className="max-w-60 break-words">
              {run.datasetVersion.dataset.name}{" "}
              {run.datasetVersion.dataset.isSynthetic ? (
                <Badge tone="warning">{training("new.synthetic")}</Badge>
              ) : null}
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground">
              <RelativeTime date={run.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
