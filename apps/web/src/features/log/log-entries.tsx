"use client";

import { Button, Card, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ApiError } from "@/features/shell/api-error.tsx";
import { ExactTime } from "@/features/shell/exact-time.tsx";
import { useTRPCClient } from "@/trpc/client.tsx";

const pageSize = 50;

/** The entries, newest first, a page at a time. */
export function LogEntries({ group }: { group: string }) {
  const t = useTranslations("log");
  const client = useTRPCClient();
  const log = useInfiniteQuery({
    queryKey: ["log", group],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      client.auditEvent.list.query({
        ...{ group, limit: pageSize },
        ...(pageParam === undefined ? {} : { beforeSequence: pageParam }),
      }),
    getNextPageParam: (last) => (last.length === pageSize ? last.at(-1)?.sequence : undefined),
  });
  if (log.error) return <ApiError error={log.error} onRetry={() => log.refetch()} />;
  return (
    <Card className="flex flex-col gap-4 p-0 pb-4">
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("number")}</TableHead>
            <TableHead>{t("when")}</TableHead>
            <TableHead>{t("who")}</TableHead>
            <TableHead>{t("what")}</TableHead>
            <TableHead>{t("subject")}</TableHead>
            <TableHead>{t("hash")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {log.data?.pages.flat().map((event) => (
            <TableRow key={event.sequence}>
              <TableCell className="pl-5 tabular-nums">{event.sequence}</TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                <ExactTime date={event.createdAt} />
              </TableCell>
              <TableCell>{event.actorName ?? t("trainer")}</TableCell>
              <TableCell className="font-mono text-xs">{event.action}</TableCell>
              <TableCell className="font-mono text-xs">{event.subjectId.slice(0, 12)}</TableCell>
              <TableCell className="font-mono text-xs" title={event.hash}>
                {event.hash.slice(0, 12)}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {log.hasNextPage ? (
        <Button
          variant="secondary"
          className="self-center"
          isBusy={log.isFetchingNextPage}
          onClick={() => log.fetchNextPage()}
        >
          {t("older")}
        </Button>
      ) : null}
    </Card>
  );
}
