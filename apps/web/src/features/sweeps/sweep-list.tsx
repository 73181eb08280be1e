"use client";

import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
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
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead>{t("sweep")}</TableHead>
            <TableHead>{list("state")}</TableHead>
            <TableHead>{list("started")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {sweeps.data.map(({ id, model, statuses, createdAt }) => (
            <TableRow key={id}>
              <TableCell className="max-w-80">
                <Link
                  href={`/g/${group}/models/sweeps/${id}`}
                  className="font-medium break-words text-primary underline-offset-4 hover:underline"
                >
                  {model.name}
                </Link>
              </TableCell>
              <TableCell>
                <StatusCounts statuses={statuses} />
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                <RelativeTime date={createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
