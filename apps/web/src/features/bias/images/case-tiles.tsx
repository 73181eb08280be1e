"use client";

import { ErrorState, ImageCanvas, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fetchPixels } from "@/features/datasets/grid/fetch-images.ts";
import { imageBytes } from "@/features/datasets/grid/image-pixels.ts";
import { formatIndexRanges } from "@/features/datasets/index-ranges.ts";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { ImagesSource } from "../report-frame.tsx";
import type { CaseBehind, ReportCases } from "./behind-figure.ts";

interface CaseTilesProps {
  source: ImagesSource;
  cases: ReportCases;
  classes: readonly string[];
  /** As many as one request brings. */
  shown: readonly CaseBehind[];
}

/** Some images with what the model said of each, and where it is wrong what they are. */
export function CaseTiles({ source, cases, classes, shown }: CaseTilesProps) {
  const t = useTranslations("bias.images");
  const figures = useFigures();
  const { datasetVersionId, width, height } = cases;
  const ascending = shown.map(({ place }) => place).toSorted((a, b) => a - b);
  const folder = source.kind === "report" ? `datasets/${datasetVersionId}` : `audits/${source.id}`;
  const address = `/api/${folder}/images?indices=${formatIndexRanges(ascending)}`;
  const bytes = imageBytes(cases);
  const { data: pixels, error } = useQuery({
    queryKey: ["images-behind-figure", address],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => fetchPixels(address, ascending.length * bytes, signal),
  });
  if (error) return <ErrorState title={t("failed")}>{error.message}</ErrorState>;
  if (!pixels) return <Skeleton className="h-40" />;
  return (
    <ul className="dark grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-3 rounded-lg bg-image-surround p-3 text-image-surround-foreground">
      {shown.map(({ place, label, predicted, confidence, kind }) => {
        const from = ascending.indexOf(place) * bytes;
        const said = t("said", { class: classes[predicted] ?? "", confidence: figures.share(confidence) });
        const is = t("is", { class: classes[label] ?? "" });
        return (
          <li key={place} data-image={place} data-outcome={kind} className="flex min-w-0 flex-col gap-1 text-xs">
            <ImageCanvas
              pixels={pixels.subarray(from, from + bytes)}
              width={width}
              height={height}
              channels={cases.channels === 3 ? 3 : 1}
              label={t("image", { place })}
            />
            <span className="tabular break-words">{said}</span>
            {kind === "right" ? null : <span className="font-medium break-words text-warning">{is}</span>}
          </li>
        );
      })}
    </ul>
  );
}
