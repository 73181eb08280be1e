"use client";

import { Badge, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { CompareCheckbox } from "@/features/comparison/select/compare-checkbox.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";

type Runs = RouterOutputs["run"]["list"];

/** Tells runs of one name apart; on 24 hours, whose digits browser and server write alike. */
const exact = { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" } as const;

/** Trainings, newest first, each with its state, its way in, and a box that chooses it for the comparison. */
export function RunTable({ group, runs, caption }: { group: string; runs: Runs; caption: string }) {
  const t = useTranslations("models.list");
  const training = useTranslations("training");
  const compare = useTranslations("comparison.select");
  const format = useFormatter();
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <TableHead>
            <span className="sr-only">{compare("column")}</span>
          </TableHead>
          <TableHead>{t("run")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead>{training("run.dataset")}</TableHead>
          <TableHead>{t("started")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <TableCell className="w-8 pr-0">
              <CompareCheckbox
                runId={run.id}
                name={compare("run", { name: run.model.name, date: format.dateTime(run.createdAt, exact) })}
              />
            </TableCell>
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
