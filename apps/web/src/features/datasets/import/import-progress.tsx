"use client";

import { Badge, Button, Card, ErrorState, Progress, Skeleton } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { ImportNotes } from "./import-notes.tsx";
import { ImportProblem } from "./import-problem.tsx";
import { RemovedList } from "./removed-list.tsx";
import { useImportProgress } from "./use-import-progress.ts";

export interface ImportProgressProps {
  group: string;
  importId: string;
  onAnother(): void;
}

/** One import, live: it goes on without the page, and the page comes back to it by its address. */
export function ImportProgress({ group, importId, onAnother }: ImportProgressProps) {
  const t = useTranslations("datasets");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const cancel = useMutation(trpc.import.cancel.mutationOptions());
  const { job, refusal, isReconnecting } = useImportProgress(importId);
  const another = (
    <Button variant="secondary" onClick={onAnother}>
      {t("progress.another")}
    </Button>
  );

  if (!job) {
    if (refusal) return <ErrorState title={errorText(refusal)} actions={another} />;
    return <Skeleton className="h-36" />;
  }
  if (job.status === "FAILED") {
    return (
      <div className="flex flex-col gap-5">
        <ImportProblem
          code={job.errorCode ?? "internal"}
          detail={job.errorDetail}
          isSynthetic={job.dataset.isSynthetic}
          actions={another}
        />
        <RemovedList importId={importId} />
      </div>
    );
  }
  if (job.status === "CANCELLED") return <ErrorState title={t("progress.cancelled")} actions={another} />;
  if (job.status === "SUCCEEDED") {
    return (
      <div className="flex flex-col gap-5">
        <Card className="flex flex-col items-start gap-4">
          <p role="status" className="flex items-center gap-2 text-lg font-semibold">
            <CircleCheck aria-hidden className="size-5 text-success" />
            {t("progress.succeeded")}: <span className="break-words">{job.dataset.name}</span>
            {job.dataset.isSynthetic ? <Badge tone="warning">{t("list.synthetic")}</Badge> : null}
          </p>
          <p className="tabular text-sm text-muted-foreground">{t("list.images", { count: job.imagesDone })}</p>
          <div className="flex flex-wrap gap-2">
            <Button render={<Link href={`/g/${group}/data/${job.datasetId}`} />}>{t("progress.open")}</Button>
            {another}
          </div>
        </Card>
        <ImportNotes notes={job.notes} />
        <RemovedList importId={importId} />
      </div>
    );
  }
  const isRunning = job.status === "RUNNING";
  return (
    <Card className="flex flex-col gap-4">
      <Progress
        value={isRunning ? job.progress : null}
        label={
          <span className="break-words">
            {job.dataset.name}: {t(isRunning ? "progress.running" : "progress.queued")}
          </span>
        }
        detail={isRunning ? t("progress.images", { count: job.imagesDone }) : null}
      />
      <p role="status" className="text-sm text-muted-foreground">
        {isReconnecting ? t("progress.reconnecting") : t(isRunning ? "progress.leave" : "progress.queuedHelp")}
      </p>
      <Button
        variant="secondary"
        className="self-start"
        isBusy={cancel.isPending || job.cancelRequested}
        onClick={() => cancel.mutate({ importId })}
      >
        {t(job.cancelRequested ? "progress.cancelling" : "progress.cancel")}
      </Button>
    </Card>
  );
}
