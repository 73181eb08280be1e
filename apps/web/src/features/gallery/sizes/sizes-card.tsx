import { Card, CardHeader } from "@diaphane/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { bundleAddress } from "@/server/lab/bundle-address.ts";
import { formatBytes, formatCompact, formatInterval } from "../../models/figures/format-figure.ts";
import type { CardFacts } from "../card/card-facts.ts";
import { type SizeRow, SizesTable } from "./sizes-table.tsx";

/** Released models that learned from the same data, the smallest first. @param models with the shown one among them */
export async function SizesCard({ models, shownId }: { models: readonly CardFacts[]; shownId: string }) {
  const [t, locale] = await Promise.all([getTranslations("gallery.sizes"), getLocale()]);
  const ordered = models.toSorted((a, b) => a.version.parameterCount - b.version.parameterCount);
  const rows = ordered.map(({ model, version, metrics, audit }): SizeRow => {
    const auc = metrics?.test?.auc ?? null;
    const worst = audit?.worstGroup ?? null;
    return {
      ...{ id: version.id, slug: model.slug, name: `${model.name} · ${version.size}`, isThis: model.id === shownId },
      address: bundleAddress(version),
      auroc: auc && formatInterval(auc.value, auc.interval, locale),
      worst: worst && `${worst.group}: ${formatInterval(worst.accuracy.value, worst.accuracy.interval, locale)}`,
      parameters: formatCompact(version.parameterCount, locale),
      bytes: formatBytes(version.bundleSizeBytes, locale),
    };
  });
  return (
    <Card className="min-w-0">
      <CardHeader title={t("title")} description={t("text")} />
      <SizesTable rows={rows} />
    </Card>
  );
}
