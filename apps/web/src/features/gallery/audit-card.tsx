import { Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Whether somebody approved exactly this version, and where to read on what; what it means that nobody did. */
export function AuditCard({ auditId }: { auditId: string | null }) {
  const t = useTranslations("gallery.card");
  return (
    <Card>
      <CardHeader title={t("audit")} description={auditId ? t("auditText") : undefined} />
      {auditId ? (
        <Link href={`/audits/${auditId}`} className="text-sm text-primary underline underline-offset-4">
          {t("openAudit")}
        </Link>
      ) : (
        <p className="max-w-[70ch] rounded-lg bg-warning-surface px-4 py-3 text-sm">
          {t("noAudit")} {t("noAuditDemo")}
        </p>
      )}
    </Card>
  );
}
