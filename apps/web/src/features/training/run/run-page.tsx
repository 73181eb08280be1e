"use client";

import { Badge } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { CancelRun } from "./cancel-run.tsx";
import { EpochView } from "./epoch-view.tsx";
import { RunCurves } from "./run-curves.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunLog } from "./run-log.tsx";
import { RunNotices } from "./run-notices.tsx";
import { RunOutcome } from "./run-outcome.tsx";
import { RunProgressBar } from "./run-progress-bar.tsx";
import { RunStatusBadge } from "./run-status-badge.tsx";
import { SetFiguresTable } from "./set-figures-table.tsx";
import { isOver, type RunSnapshot, useRunProgress } from "./use-run-progress.ts";

export interface RunPageProps {
  group: string;
  initial: RunSnapshot;
  /** Whether the reader's role may stop this run; the server asks again. */
  canCancel: boolean;
  canTrain: boolean;
}

/** A run, live: how far it is, what it redraws by now, its curves and its log. */
export function RunPage({ group, initial, canCancel, canTrain }: RunPageProps) {
  const t = useTranslations("training");
  const { run, progress, isReconnecting, refusal } = useRunProgress(initial);
  const isLive = !isOver(run);
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-2xl font-semibold tracking-tight text-balance break-words">
            {t("run.title", { name: run.model.name })}
          </h1>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <RunStatusBadge status={run.status} isCancelling={run.cancelRequested} />
            {run.datasetVersion.dataset.isSynthetic ? <Badge tone="warning">{t("new.synthetic")}</Badge> : null}
            {run.sets.length > 0 ? (
              <Badge title={t("pretraining.badgeExplained")}>{t("pretraining.badge")}</Badge>
            ) : null}
            <span role="status" className="text-xs text-muted-foreground">
              {isReconnecting ? t("run.reconnecting") : null}
            </span>
          </p>
        </div>
        {isLive && canCancel ? <CancelRun runId={run.id} isCancelling={run.cancelRequested} /> : null}
      </header>
      {refusal ? <ApiError error={refusal} /> : null}
      <RunOutcome group={group} run={run} canTrain={canTrain} />
      {run.status === "RUNNING" ? <RunProgressBar progress={progress} /> : null}
      <RunNotices run={run} />
      <RunFacts group={group} run={run} progress={progress} />
      <EpochView runId={run.id} progress={progress} />
      {progress.sets.length > 0 ? <SetFiguresTable sets={progress.sets} /> : null}
      <RunCurves progress={progress} />
      <RunLog log={progress.log} />
    </div>
  );
}
