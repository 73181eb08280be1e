import { Badge, Progress } from "@diaphane/ui";
import { Images } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { isActive } from "./is-active.ts";
import { ThumbnailStrip } from "./thumbnail-strip.tsx";

/** One data set in the list; the whole card is the link. */
export function DatasetCard({ group, dataset }: { group: string; dataset: RouterOutputs["dataset"]["list"][number] }) {
  const t = useTranslations("datasets");
  const format = useFormatter();
  const { latestVersion: version, latestImport } = dataset;
  return (
    <li className="relative flex min-w-0 flex-col overflow-hidden rounded-xl border border-border bg-card shadow-xs focus-within:border-ring hover:border-input">
      {version ? (
        <ThumbnailStrip
          versionId={version.id}
          height={version.height}
          width={version.width}
          channels={version.channels}
          imageCount={version.imageCount}
          label={t("list.thumbnails", { name: dataset.name })}
        />
      ) : (
        <div className="flex aspect-[8/1] w-full items-center justify-center bg-image-surround text-image-surround-foreground/60">
          <Images aria-hidden className="size-4" />
        </div>
      )}
      <div className="flex flex-1 flex-col gap-2 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 className="line-clamp-2 min-w-0 font-semibold break-words" title={dataset.name}>
            <Link
              href={
                latestImport && !version
                  ? `/g/${group}/data/import?import=${latestImport.id}`
                  : `/g/${group}/data/${dataset.id}`
              }
              className="after:absolute after:inset-0"
            >
              {dataset.name}
            </Link>
          </h2>
          {dataset.isSynthetic ? (
            <Badge tone="warning" title={t("list.syntheticExplained")}>
              {t("list.synthetic")}
            </Badge>
          ) : null}
        </div>
        {dataset.description ? (
          <p className="line-clamp-2 text-sm text-muted-foreground">{dataset.description}</p>
        ) : null}
        <p className="tabular mt-auto text-sm text-muted-foreground">
          {version
            ? [
                t("list.images", { count: version.imageCount }),
                `${version.width} × ${version.height}`,
                ...(version.classes.length > 0 ? [t("list.classes", { count: version.classes.length })] : []),
                t("list.version", { number: format.number(version.number) }),
              ].join(" · ")
            : t("list.noVersion")}
        </p>
        {!version && latestImport?.status === "FAILED" ? <Badge tone="danger">{t("list.importFailed")}</Badge> : null}
        {latestImport && isActive(latestImport) ? (
          <Progress
            value={latestImport.status === "RUNNING" ? latestImport.progress : null}
            label={t("list.importing")}
          />
        ) : null}
      </div>
    </li>
  );
}
