"use client";

import { Button, Card, EmptyState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkedTable } from "@/features/shell/linked-table.tsx";
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
      <LinkedTable
        isFlush
        title={t("title")}
        columns={[t("subject"), t("state"), t("author"), t("comments"), t("when")]}
        rows={audits
          .toSorted((a, b) => waits(a) - waits(b))
          .map((audit) => ({
            ...{ key: audit.id, href: `/g/${group}/reviews/${audit.id}`, time: audit.createdAt, name: subject(audit) },
            cells: [<AuditStateBadge key="state" state={audit.state} />, audit.author.name, audit._count.comments],
          }))}
      />
    </Card>
  );
}
