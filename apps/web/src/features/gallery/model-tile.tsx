import { Badge, Card } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFigures } from "../models/figures/use-figures.ts";
import { readMetrics } from "../models/read-metrics.ts";
import type { ListedModel } from "./released-model.ts";

/** A released model in the gallery: what it is, how good, how small. */
export function ModelTile({ model }: { model: ListedModel }) {
  const t = useTranslations("gallery");
  const figures = useFigures();
  const [version] = model.versions;
  if (!version) return null;
  const test = readMetrics(version.metrics)?.test ?? null;
  const { dataset, classes } = version.datasetVersion;
  return (
    <Card className="relative flex flex-col gap-3 transition-shadow duration-100 focus-within:ring-2 focus-within:ring-ring hover:shadow-md">
      <div className="flex items-start justify-between gap-3">
        <h3 className="text-base font-semibold">
          <Link href={`/models/${model.slug}`} className="outline-hidden after:absolute after:inset-0 after:rounded-xl">
            {model.name}
          </Link>
        </h3>
        {version.auditId ? <Badge tone="success">{t("card.audited")}</Badge> : null}
        {dataset.isSynthetic ? <Badge tone="accent">{t("synthetic")}</Badge> : null}
      </div>
      <p className="line-clamp-2 text-sm text-muted-foreground">
        {model.description || t("reads", { classes: classes.join(", ") })}
      </p>
      <dl className="tabular mt-auto grid grid-cols-2 gap-x-4 gap-y-2 text-sm">
        <Fact
          name={t("auc")}
          value={test?.auc ? figures.interval(test.auc.value, test.auc.interval) : t("notMeasured")}
        />
        <Fact name={t("parameters")} value={figures.compact(version.parameterCount)} />
        <Fact name={t("size")} value={version.size} />
        <Fact name={t("download")} value={figures.bytes(version.bundleSizeBytes)} />
      </dl>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-muted-foreground">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
