"use client";

import { Button, Card, EmptyState, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { AuditStateBadge } from "./audit-state-badge.tsx";
import { useSubject } from "./use-subject.ts";

/** The group's audits: those that wait for a reviewer first, else newest first. */
export function AuditList({ group }: { group: string }) {
  const t = useTranslations("reviews");
  const subject = useSubject();
  const { data: audits } = useSuspenseQuery(useTRPC().audit.list.queryOptions({ group }));
  if (audits.length === 0) {
    return (
      <EmptyState
        title={t("empty")}
        actions={<Button render={<Link href={`/g/${group}/bias`} />}>{t("toBias")}</Button>}
      >
        {t("emptyText")}
      </EmptyState>
    );
  }
  const waits = ({ state }: (typeof audits)[number]) => (state === "SUBMITTED" ? 0 : 1);
  return (
    <Card className="p-0">
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <TableHead className="pl-5">{t("subject")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead>{t("author")}</TableHead>
            <TableHead>{t("comments")}</TableHead>
            <TableHead>{t("when")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {audits
            .toSorted((a, b) => waits(a) - waits(b))
            .map((audit) => (
              <TableRow key={audit.id}>
                <TableCell className="max-w-96 pl-5">
                  <Link
                    href={`/g/${group}/reviews/${audit.id}`}
                    className="font-medium break-words text-primary underline-offset-4 hover:underline"
                  >
                    {subject(audit)}
                  </Link>
                </TableCell>
                <TableCell>
                  <AuditStateBadge state={audit.state} />
                </TableCell>
                <TableCell>{audit.author.name}</TableCell>
                <TableCell className="tabular-nums">{audit._count.comments}</TableCell>
                <TableCell className="whitespace-nowrap text-muted-foreground">
                  <RelativeTime date={audit.createdAt} />
                </TableCell>
              </TableRow>
            ))}
        </tbody>
      </Table>
    </Card>
  );
}
