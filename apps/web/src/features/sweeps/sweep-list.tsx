"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { LinkedTable } from "@/features/shell/linked-table.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { isUnderWay } from "./count-statuses.ts";
import { StatusCounts } from "./status-counts.tsx";

const activePeriodMs = 5000;

/** The group's sweeps, newest first; nothing where there has been none. */
export function SweepList({ group }: { group: string }) {
  const t = useTranslations("sweeps");
  const list = useTranslations("models.list");
  const trpc = useTRPC();
  const sweeps = useQuery(
    trpc.sweep.list.queryOptions(
      { group },
      {
        refetchInterval: ({ state }) =>
          state.data?.some(({ statuses }) => isUnderWay(statuses)) ? activePeriodMs : false,
      },
    ),
  );
  if (sweeps.error) return <ApiError error={sweeps.error} onRetry={() => sweeps.refetch()} />;
  if (!sweeps.data || sweeps.data.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("title")} />
      <LinkedTable
        title={t("title")}
        columns={[t("sweep"), list("state"), list("started")]}
        rows={sweeps.data.map(({ id, model, statuses, createdAt }) => ({
          ...{ key: id, href: `/g/${group}/models/sweeps/${id}`, time: createdAt, name: model.name },
          cells: [<StatusCounts key="state" statuses={statuses} />],
        }))}
      />
    </Card>
  );
}
