"use client";

import { Badge, Skeleton, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import type { ComparedRun } from "./compared-run.ts";
import { CostTable } from "./cost-table.tsx";
import { ComparedCurves } from "./curves/compared-curves.tsx";
import { ComparedReconstructions } from "./reconstructions.tsx";
import { ComparedResults } from "./results/compared-results.tsx";
import { RunName } from "./run-name.tsx";
import { SettingsTable } from "./settings/settings-table.tsx";
import { useComparedRuns } from "./use-compared-runs.ts";

/** Runs side by side: what differs, how they went, what came of them and what they cost; live while they go on. */
export function ComparePage({ group, runIds }: { group: string; runIds: readonly string[] }) {
  const { runs, error, isPending, retry } = useComparedRuns(group, runIds);
  if (error) return <ApiError error={error} onRetry={retry} />;
  if (isPending) return <Skeleton className="h-96" />;
  return (
    <>
      <RunList group={group} runs={runs} />
      <SettingsTable runs={runs} />
      <ComparedResults runs={runs} />
      <ComparedCurves runs={runs} />
      <ComparedReconstructions runs={runs} />
      <CostTable runs={runs} />
    </>
  );
}

/** Each run with its state and the ways to it. */
function RunList({ group, runs }: { group: string; runs: readonly ComparedRun[] }) {
  const t = useTranslations("comparison");
  const list = useTranslations("models");
  const training = useTranslations("training");
  const link = "text-primary underline-offset-4 hover:underline";
  return (
    <Table>
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <TableHead>{list("list.run")}</TableHead>
          <TableHead>{list("list.state")}</TableHead>
          <TableHead>{training("run.dataset")}</TableHead>
          <TableHead>{list("list.name")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ run, ...shown }) => (
          <TableRow key={run.id}>
            <TableCell>
              <Link href={`/g/${group}/models/runs/${run.id}`} className="font-medium hover:underline">
                <RunName run={shown} />
              </Link>
            </TableCell>
            <TableCell>
              <RunStatusBadge status={run.status} isCancelling={run.cancelRequested} />
            </TableCell>
            <TableCell className="break-words">
              {run.datasetVersion.dataset.name}{" "}
              {run.datasetVersion.dataset.isSynthetic ? (
                <Badge tone="warning">{training("new.synthetic")}</Badge>
              ) : null}
            </TableCell>
            <TableCell>
              {run.modelVersion ? (
                <Link href={`/g/${group}/models/${run.model.id}/versions/${run.modelVersion.number}`} className={link}>
                  {list("version.title", { name: run.model.name, number: run.modelVersion.number })}
                </Link>
              ) : (
                <span className="text-muted-foreground">{list("list.noVersion")}</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
