"use client";

import { Card, CardHeader, Progress } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import { isActive, pollWhileActive } from "./poll-while-active.ts";
import { RunRow } from "./run-row.tsx";

/** Imports and training that wait or run, with their progress. */
export function UnderWay({ group, seesRuns }: { group: string; seesRuns: boolean }) {
  const t = useTranslations("group");
  const trpc = useTRPC();
  const imports = useQuery({
    ...trpc.import.list.queryOptions({ group, limit: 10 }),
    refetchInterval: ({ state }) => pollWhileActive(state.data),
  });
  const runs = useQuery({
    ...trpc.run.list.queryOptions({ group, limit: 10 }),
    enabled: seesRuns,
    refetchInterval: ({ state }) => pollWhileActive(state.data),
  });
  const activeImports = imports.data?.filter(isActive) ?? [];
  const activeRuns = runs.data?.filter(isActive) ?? [];
  return (
    <Card>
      <CardHeader title={t("now")} />
      {activeImports.length + activeRuns.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t("nothingNow")}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {activeImports.map((job) => (
            <li key={job.id}>
              <Progress
                value={job.status === "RUNNING" ? job.progress : null}
                label={
                  <Link href={`/g/${group}/data/${job.dataset.id}`} className="font-medium hover:underline">
                    {t("import", { dataset: job.dataset.name })}
                  </Link>
                }
                detail={job.status === "RUNNING" ? t("percent", { share: job.progress }) : t("queued")}
              />
            </li>
          ))}
          {activeRuns.map((run) => (
            <li key={run.id}>
              <RunRow group={group} run={run} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
