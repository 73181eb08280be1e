"use client";

import { ErrorState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DownloadReport } from "@/features/bias/download-report.tsx";
import { FetchedReport } from "@/features/bias/fetched-report.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { AuditActions } from "./audit-actions.tsx";
import { AuditStateBadge } from "./audit-state-badge.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { Discussion } from "./discussion.tsx";
import { FigureComments } from "./figure-comments.tsx";
import { ReviseForm } from "./revise-form.tsx";
import { RevisionCard } from "./revision-card.tsx";
import { useSubject } from "./use-subject.ts";

export type Audit = RouterOutputs["audit"]["get"];

/** An audit from its first revision to the decision. `group` is null for a guest, who sees nothing else of it. */
export function AuditPage({ auditId, group }: { auditId: string; group: string | null }) {
  const t = useTranslations("reviews");
  const hashes = useTranslations("reviews.hashes");
  const subject = useSubject();
  const { data: audit } = useSuspenseQuery(useTRPC().audit.get.queryOptions({ auditId }));
  const newest = audit.revisions.at(-1);
  const why = audit.withdrawnReason === "preset-changed" ? t("presetChanged") : audit.withdrawnReason;
  return (
    <PageFrame
      title={<span className="break-words">{subject(audit)}</span>}
      description={t("by", { name: audit.author.name })}
      actions={group ? <AuditActions audit={audit} /> : null}
    >
      <div className="-mt-3 flex flex-wrap items-center gap-3 text-sm">
        <AuditStateBadge state={audit.state} />
        {why ? <span>{t("withdrawn", { reason: why })}</span> : null}
      </div>
      {audit.changed.length > 0 ? (
        <ErrorState title={t("changed", { what: audit.changed.map((name) => hashes(name)).join(", ") })} />
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-5">
          {audit.revisions.toReversed().map((revision) => (
            <RevisionCard key={revision.number} audit={audit} revision={revision} group={group} />
          ))}
        </div>
        <div className="flex flex-col gap-5">
          {newest && audit.state === "SUBMITTED" ? <DecisionForm audit={audit} revision={newest.number} /> : null}
          {group && audit.maySubmit && ["CHANGES_REQUESTED", "WITHDRAWN"].includes(audit.state) ? (
            <ReviseForm audit={audit} group={group} />
          ) : null}
          {newest ? <Discussion audit={audit} revision={newest.number} /> : null}
        </div>
      </div>
      {newest ? (
        <section id="report" aria-labelledby="report-heading" className="flex scroll-mt-20 flex-col gap-5">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <h2 id="report-heading" className="text-xl font-semibold tracking-tight">
              {t("report", { number: newest.number })}
            </h2>
            <DownloadReport address={`/api/audits/${audit.id}/report`} fileName={`report-${newest.reportId}`} />
          </div>
          <FetchedReport
            // By its revision: what another one hands in is another report.
            address={`/api/audits/${audit.id}/report?revision=${newest.number}`}
            images={{ kind: "audit", id: audit.id }}
            margin={(figure) => <FigureComments audit={audit} figure={figure} revision={newest.number} />}
          />
        </section>
      ) : null}
    </PageFrame>
  );
}
