"use client";

import { Badge, Button, EmptyState, Select, Tabs } from "@diaphane/ui";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { isLearnable } from "@/features/training/is-learnable.ts";
import { Distributions } from "../distributions/distributions.tsx";
import { ExportPanel } from "../export/export-panel.tsx";
import { useAddress } from "../filters/use-address.ts";
import { DataCard } from "./data-card.tsx";
import { DatasetExplorer } from "./dataset-explorer.tsx";
import type { DatasetDetail } from "./load-dataset.ts";
import { useLabelNames } from "./use-label-names.ts";

export interface DatasetViewProps {
  group: string;
  dataset: DatasetDetail;
  canTrain: boolean;
  canExport: boolean;
}

/** One data set: its images, how they are distributed, where they come from. */
export function DatasetView({ group, dataset, canTrain, canExport }: DatasetViewProps) {
  const t = useTranslations("datasets");
  const router = useRouter();
  const { parameters, set } = useAddress();
  const { version } = dataset;
  const nameOfLabel = useLabelNames(version?.classes ?? noClasses);
  const tab = parameters.get("tab") === "about" ? "about" : "images";

  if (!version) {
    return (
      <div className="mx-auto w-full max-w-6xl px-4 py-8">
        <EmptyState
          title={t("detail.notReadyTitle")}
          actions={<Button render={<Link href={`/g/${group}/data`} />}>{t("detail.back")}</Button>}
        >
          {t("detail.notReadyText")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <div className="flex min-w-0 flex-1 flex-col">
          <Link href={`/g/${group}/data`} className="text-sm text-primary underline-offset-4 hover:underline">
            {t("detail.back")}
          </Link>
          <h1 className="flex min-w-0 items-center gap-2 text-xl font-semibold">
            <span className="truncate" title={dataset.name}>
              {dataset.name}
            </span>
            {dataset.isSynthetic ? (
              <Badge tone="warning" title={t("list.syntheticExplained")}>
                {t("list.synthetic")}
              </Badge>
            ) : null}
          </h1>
        </div>
        {dataset.versions.length > 1 ? (
          <Select
            aria-label={t("detail.version")}
            className="w-56"
            value={version.id}
            onValueChange={(id) => router.push(`/g/${group}/data/${dataset.id}?version=${id}`)}
            options={dataset.versions.map(({ id, number, imageCount }) => ({
              value: id,
              label: t("detail.versionOption", { number, count: imageCount }),
            }))}
          />
        ) : (
          <span className="tabular text-sm text-muted-foreground">{t("list.version", { number: version.number })}</span>
        )}
        {canTrain && isLearnable(version) ? (
          <Button render={<Link href={`/g/${group}/models/new?dataset=${version.id}`} />}>{t("detail.train")}</Button>
        ) : null}
      </header>
      <Tabs
        aria-label={dataset.name}
        value={tab}
        onValueChange={(value) => set("tab", value === "images" ? null : value)}
        className="min-h-0 flex-1 gap-0 [&>[role=tablist]]:px-4"
        items={[
          {
            value: "images",
            label: t("detail.images"),
            content: (
              <div className="flex h-[max(36rem,calc(100dvh-14rem))] flex-col">
                <DatasetExplorer
                  key={version.id}
                  datasetName={dataset.name}
                  versionId={version.id}
                  height={version.height}
                  width={version.width}
                  channels={version.channels}
                  classes={version.classes}
                  targets={version}
                  summary={version.summary}
                />
              </div>
            ),
          },
          {
            value: "about",
            label: t("detail.about"),
            content: (
              <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6">
                <Distributions summary={version.summary} nameOfLabel={nameOfLabel} />
                <DataCard
                  description={dataset.description}
                  fileName={version.fileName}
                  isSynthetic={dataset.isSynthetic}
                  imageCount={version.imageCount}
                  height={version.height}
                  width={version.width}
                  channels={version.channels}
                  classes={version.classes}
                  maskClasses={version.maskClasses}
                  boxClasses={version.boxClasses}
                  subjects={version.summary.subjects}
                  subjectsInSeveralSplits={version.summary.subjectsInSeveralSplits}
                  importedAt={version.createdAt}
                  contentHash={version.contentHash}
                />
                {canExport ? <ExportPanel versionId={version.id} /> : null}
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

const noClasses: string[] = [];
