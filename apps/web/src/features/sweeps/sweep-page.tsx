"use client";

import { comparedRuns } from "@diaphane/core/schemas";
import { Button, Progress, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { canCompare, compareHref } from "@/features/comparison/run-ids.ts";
import { CompareBar } from "@/features/comparison/select/compare-bar.tsx";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { isUnderWay } from "./count-statuses.ts";
import { groupRuns } from "./group-runs.ts";
import { StatusCounts } from "./status-counts.tsx";
import { CancelSweep, RetrySweep } from "./sweep-actions.tsx";
import { SweepRuns } from "./sweep-runs.tsx";
import { SweepSummary } from "./sweep-summary.tsx";

export interface SweepPageProps {
  group: string;
  sweepId: string;
  /** Whether the reader's role may; the server asks again. */
  canCancel: boolean;
  canTrain: boolean;
}

const activePeriodMs = 3000;

/** A sweep, live: how far it is, what each setting came to, and every run. */
export function SweepPage({ group, sweepId, canCancel, canTrain }: SweepPageProps) {
  const t = useTranslations("sweeps");
  const trpc = useTRPC();
  const sweep = useQuery(
    trpc.sweep.get.queryOptions(
      { sweepId },
      {
        refetchInterval: ({ state }) =>
          isUnderWay((state.data?.runs ?? []).map(({ status }) => status)) ? activePeriodMs : false,
      },
    ),
  );
  if (sweep.error) return <ApiError error={sweep.error} onRetry={() => sweep.refetch()} />;
  if (!sweep.data) return <Skeleton className="h-96" />;
  const { runs, attempts } = sweep.data;
  const statuses = runs.map(({ status }) => status);
  const stoppable = runs.filter(({ status, cancelRequested }) => isUnderWay([status]) && !cancelRequested).length;
  const failed = statuses.filter((status) => status === "FAILED").length;
  const ended = statuses.filter((status) => !isUnderWay([status])).length;
  const groups = groupRuns(runs);
  const firsts = groups.slice(0, comparedRuns.most).flatMap((group) => group.runs.slice(0, 1).map(({ id }) => id));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-60 flex-1">
          <Progress
            value={runs.length === 0 ? 0 : ended / runs.length}
            label={t("ended", { ended, count: runs.length })}
            detail={<StatusCounts statuses={statuses} />}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          {canCompare(firsts) ? (
            <Button variant="secondary" render={<Link href={compareHref(group, firsts)} />}>
              <GitCompareArrows aria-hidden />
              {t("compareSettings")}
            </Button>
          ) : null}
          {canTrain && failed > 0 ? <RetrySweep sweepId={sweepId} count={failed} /> : null}
          {canCancel && stoppable > 0 ? <CancelSweep sweepId={sweepId} count={stoppable} /> : null}
        </div>
      </div>
      {attempts > runs.length ? (
        <p className="text-sm text-muted-foreground">{t("retried", { count: attempts - runs.length })}</p>
      ) : null}
      <SweepSummary groups={groups} />
      <SweepRuns group={group} runs={runs} />
      <CompareBar group={group} />
    </>
  );
}
