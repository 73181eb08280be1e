"use client";

import { Button, Card, CardHeader, EmptyState, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { Brain } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { ModelTable } from "./model-table.tsx";
import { RunTable } from "./run-table.tsx";

const activePeriodMs = 5000;
const recentLimit = 20;

/** What is training now, what there is, and what was tried before. */
export function ModelList({ group, canTrain }: { group: string; canTrain: boolean }) {
  const t = useTranslations("models.list");
  const trpc = useTRPC();
  const models = useQuery(trpc.model.list.queryOptions({ group }));
  const runs = useQuery(
    trpc.run.list.queryOptions(
      { group, limit: recentLimit, withSweeps: false },
      // States change by themselves only while something is under way.
      { refetchInterval: ({ state }) => (state.data?.some(isActive) ? activePeriodMs : false) },
    ),
  );
  const failed = models.error ? models : runs.error ? runs : null;
  if (failed) return <ApiError error={failed.error} onRetry={() => failed.refetch()} />;
  if (!models.data || !runs.data) return <Skeleton className="h-64" />;
  const active = runs.data.filter(isActive);
  const past = runs.data.filter((run) => !isActive(run));
  if (models.data.length === 0) return <NoModels group={group} canTrain={canTrain} />;
  return (
    <>
      {active.length > 0 ? (
        <Card>
          <CardHeader title={t("runsTitle")} />
          <RunTable group={group} runs={active} caption={t("runsTitle")} />
        </Card>
      ) : null}
      <Card>
        <CardHeader title={t("modelsTitle")} />
        <ModelTable group={group} models={models.data} />
      </Card>
      {past.length > 0 ? (
        <Card>
          <CardHeader title={t("recentTitle")} />
          <RunTable group={group} runs={past} caption={t("recentTitle")} />
        </Card>
      ) : null}
    </>
  );
}

function isActive(run: { status: string }): boolean {
  return run.status === "QUEUED" || run.status === "RUNNING";
}

function NoModels({ group, canTrain }: { group: string; canTrain: boolean }) {
  const t = useTranslations("models.list");
  return (
    <EmptyState
      icon={<Brain aria-hidden />}
      title={t("empty")}
      actions={canTrain ? <Button render={<Link href={`/g/${group}/models/new`} />}>{t("train")}</Button> : null}
    >
      {t(canTrain ? "emptyHint" : "emptyReviewer")}
    </EmptyState>
  );
}
