import { Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ExactTime } from "@/features/shell/exact-time.tsx";
import type { Audit } from "./audit-page.tsx";
import { HashList } from "./hash-list.tsx";
import { ReviewSigned } from "./review-signed.tsx";
import { WhatChanged } from "./what-changed.tsx";

export type Revision = Audit["revisions"][number];

/** One revision: the author's words, what it is exactly, what changed since the one before, and the review that it got. */
export function RevisionCard({ audit, revision, group }: { audit: Audit; revision: Revision; group: string | null }) {
  const t = useTranslations("reviews");
  const hashes = useTranslations("reviews.hashes");
  const before = audit.revisions.find(({ number }) => number === revision.number - 1);
  const changed = before
    ? (["modelHash", "dataHash", "reportHash", "presetHash"] as const).filter((name) => before[name] !== revision[name])
    : [];
  const { parameters, latentSet } = revision.report;
  const attributes: unknown = Object(parameters).attributes;
  const { dataset, number } = latentSet.datasetVersion;
  const over = { data: dataset.name, number, attributes: Array.isArray(attributes) ? attributes.join(", ") : "" };
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader
        title={t("revision", { number: revision.number })}
        description={<ExactTime date={revision.createdAt} />}
      />
      <p className="text-sm whitespace-pre-line">{revision.note}</p>
      <p className="text-sm">
        {t("reportOver", over)}{" "}
        <Link
          href={group ? `/g/${group}/bias/${revision.reportId}` : "#report"}
          prefetch={false}
          className="text-primary underline underline-offset-4"
        >
          {t("openReport")}
        </Link>
      </p>
      {before ? (
        <p className="text-sm font-medium">
          {changed.length > 0
            ? t("changedSince", { number: before.number, what: changed.map((name) => hashes(name)).join(", ") })
            : t("sameSince", { number: before.number })}
        </p>
      ) : null}
      {before && before.reportHash !== revision.reportHash ? (
        <WhatChanged auditId={audit.id} before={before.number} after={revision.number} />
      ) : null}
      <HashList hashes={revision} />
      {revision.review ? <ReviewSigned review={revision.review} /> : null}
    </Card>
  );
}
