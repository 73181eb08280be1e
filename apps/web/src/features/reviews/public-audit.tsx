import { Badge, Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DownloadReport } from "@/features/bias/download-report.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { HashList } from "./hash-list.tsx";
import { ReviewSigned } from "./review-signed.tsx";
import { useSubject } from "./use-subject.ts";

/** An approval as everybody sees it. */
export function PublicAudit({ audit }: { audit: RouterOutputs["audit"]["public"] }) {
  const t = useTranslations("reviews.public");
  const hashes = useTranslations("reviews.hashes");
  const subject = useSubject();
  const { revision, review, preset, modelVersion } = audit;
  const link = "text-primary underline underline-offset-4";
  return (
    <PageFrame
      title={t("title", { name: subject(audit) })}
      description={t("lead")}
      actions={<DownloadReport address={`/api/public/audits/${audit.id}/report`} fileName={`report-${audit.id}`} />}
    >
      <div className="-mt-3 flex flex-wrap items-center gap-4 text-sm">
        <span>
          {t("group")}: {audit.groupName}
        </span>
        {(preset ?? modelVersion).state === "RETIRED" ? <Badge tone="warning">{t("retired")}</Badge> : null}
        <Link href={`/models/${modelVersion.model.slug}`} className={link}>
          {t("model")}
        </Link>
      </div>
      <Card>
        <CardHeader title={t("note")} description={audit.authorName} />
        <p className="text-sm whitespace-pre-line">{revision.note}</p>
      </Card>
      <Card>
        <CardHeader title={t("reasons")} />
        <ReviewSigned review={review} />
      </Card>
      <Card>
        <CardHeader title={hashes("title")} />
        <HashList hashes={revision} />
      </Card>
    </PageFrame>
  );
}
