"use client";

import { Badge, Card, CardHeader } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { isActive } from "./poll-while-active.ts";

const tones = {
  SUCCEEDED: "success",
  FAILED: "danger",
  CANCELLED: "neutral",
  QUEUED: "neutral",
  RUNNING: "accent",
} as const;

/** What finished lately, and how it ended. */
export function RecentRuns({ group }: { group: string }) {
  const t = useTranslations("group");
  const { data: runs = [] } = useQuery(useTRPC().run.list.queryOptions({ group, limit: 10 }));
  const ended = runs.filter((run) => !isActive(run)).slice(0, 6);
  return (
    <Card>
      <CardHeader title={t("recentRuns")} />
      {ended.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t("noRuns")}</p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {ended.map((run) => (
            <li key={run.id}>
              <Link
                href={`/g/${group}/models/runs/${run.id}`}
                className="flex items-center justify-between gap-3 rounded-lg px-2 py-2 text-sm hover:bg-muted"
              >
                <span className="flex min-w-0 flex-col">
                  <span className="truncate font-medium">{run.model.name}</span>
                  <span className="truncate text-xs text-muted-foreground">
                    {run.datasetVersion.dataset.name} · <RelativeTime date={run.finishedAt ?? run.createdAt} />
                  </span>
                </span>
                <Badge tone={tones[run.status]}>{t(`status.${run.status}`)}</Badge>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
