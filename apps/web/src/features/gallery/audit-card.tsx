import { Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Whether somebody approved exactly this version, and where to read on what. */
export function AuditCard({ auditId }: { auditId: string | null }) {
  const t = useTranslations("gallery.card");
  return (
    <Card>
      <CardHeader title={t("audit")} description={auditId ? t("auditText") : t("noAudit")} />
      {auditId ? (
        <Link href={`/audits/${auditId}`} className="text-sm text-primary underline underline-offset-4">
          {t("openAudit")}
        </Link>
      ) : null}
    </Card>
  );
}
