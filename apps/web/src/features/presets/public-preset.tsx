import { Button } from "@diaphane/ui";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { attributesOf } from "@/features/bias/attributes-of.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { EvidenceView } from "./evidence-view.tsx";

/** What is taken out, who approved it, and the evidence; of a retired one, why. */
export function PublicPreset({ preset }: { preset: RouterOutputs["preset"]["released"] }) {
  const t = useTranslations("presets.page");
  const format = useFormatter();
  const { model, number } = preset.analysis.latentSet.modelVersion;
  const attributes = attributesOf(preset.analysis.parameters).join(", ");
  const isRetired = preset.state === "RETIRED";
  return (
    <PageFrame
      title={preset.name}
      description={t("lead", { attributes, name: model.name, number })}
      actions={
        isRetired ? null : (
          <Button
            variant="secondary"
            render={<a href={`/api/presets/${preset.slug}`} download={`${preset.slug}.json`} />}
          >
            {t("download")}
          </Button>
        )
      }
    >
      {preset.description ? <p className="max-w-prose whitespace-pre-line">{preset.description}</p> : null}
      {preset.auditId ? (
        <Link href={`/audits/${preset.auditId}`} className="text-sm text-primary underline underline-offset-4">
          {t("approvedBy")}
        </Link>
      ) : null}
      {isRetired ? (
        <p role="status" className="rounded-lg bg-warning-surface px-4 py-3 text-sm">
          {t("retired", {
            date: preset.retiredAt ? format.dateTime(preset.retiredAt, { dateStyle: "long" }) : "",
            reason: preset.retiredReason ?? "",
          })}
        </p>
      ) : (
        <EvidenceView address={`/api/presets/${preset.slug}`} />
      )}
    </PageFrame>
  );
}
