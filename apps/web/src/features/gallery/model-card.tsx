import { Badge, Button, Card, CardHeader } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PublicAtlas } from "../latents/atlas/public-atlas.tsx";
import { useFigures } from "../models/figures/use-figures.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { AuditCard } from "./audit-card.tsx";
import type { CardFacts } from "./card/card-facts.ts";
import { bibtex } from "./card/citation.ts";
import { CiteCard } from "./card/cite-card.tsx";
import { ModelCardSection } from "./card/model-card-section.tsx";
import { FilesCard } from "./files-card.tsx";
import { MetricsCard } from "./metrics-card.tsx";
import { PresetsCard } from "./presets-card.tsx";
import type { ReleasedModel } from "./released-model.ts";
import { RetiredVersions } from "./retired-versions.tsx";

interface ModelCardProps {
  model: ReleasedModel;
  /** What its card is filled from; null where every version was retired. */
  facts: CardFacts | null;
  /** Of this page, for citations. */
  url: string;
}

/** The public page of a model: what it is, what it was trained on, how good it is, and what it must not be used for. */
export function ModelCard({ model, facts, url }: ModelCardProps) {
  const t = useTranslations("gallery");
  const figures = useFigures();
  const [version] = model.versions;
  if (!version || !facts) {
    return (
      <PageFrame title={model.name}>
        <RetiredVersions model={model} />
      </PageFrame>
    );
  }
  const { dataset, classes, imageCount } = version.datasetVersion;
  const rows = [
    [t("card.group"), model.groupName],
    [t("card.data"), t("card.dataValue", { name: dataset.name, count: imageCount })],
    [t("card.classes"), classes.join(", ")],
    [t("size"), version.size],
    [t("parameters"), figures.count(version.parameterCount)],
    [t("card.multiplyAdds"), figures.compact(version.multiplyAdds)],
    [t("download"), figures.bytes(version.bundleSizeBytes)],
    [t("card.version"), t("card.versionValue", { number: version.number, count: model.versions.length })],
  ] as const;
  return (
    <PageFrame
      title={model.name}
      description={model.description || t("reads", { classes: classes.join(", ") })}
      actions={
        <Button size="large" render={<Link href={`/models/${model.slug}/lab`} />}>
          {t("openLab")}
        </Button>
      }
    >
      {dataset.isSynthetic ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <Badge tone="accent">{t("synthetic")}</Badge>
          <span className="text-muted-foreground">{t("syntheticExplanation")}</span>
        </p>
      ) : null}
      <div className="grid gap-4 lg:grid-cols-2">
        <MetricsCard metrics={version.metrics} />
        <Card>
          <CardHeader title={t("card.facts")} />
          <dl className="tabular grid grid-cols-[minmax(8rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
            {rows.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted-foreground">{name}</dt>
                <dd className="min-w-0 break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
      {version.hasAtlas ? <PublicAtlas modelVersionId={version.id} /> : null}
      <FilesCard version={version} />
      <AuditCard auditId={version.auditId} />
      <ModelCardSection facts={facts} />
      <CiteCard bibtex={bibtex(facts, url)} slug={model.slug} />
      <PresetsCard modelVersionId={version.id} />
      <RetiredVersions model={model} />
      <p className="rounded-lg bg-warning-surface px-4 py-3 text-sm">{t("next.notice")}</p>
    </PageFrame>
  );
}
