"use client";

import { cn, ImageCanvas, Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useSampleImage } from "@/features/datasets/detail/use-sample-image.ts";
import type { ImageShape } from "@/features/datasets/grid/image-pixels.ts";
import { ApiError } from "@/features/shell/api-error.tsx";

export interface LabelImageProps {
  versionId: string;
  shape: ImageShape;
  sampleIndex: number;
  /** Those that are likely next: loaded ahead. */
  nearby: number[];
  isInverted?: boolean;
  className?: string;
}

/** Below so many pixels an image is drawn with crisp ones: smoothing would invent what is not there. */
const crispBelow = 128;

/** One image of the data set, as large as its place allows. */
export function LabelImage({ versionId, shape, sampleIndex, nearby, isInverted = false, className }: LabelImageProps) {
  const t = useTranslations("labelling.page");
  const { data, error, isPlaceholderData, refetch } = useSampleImage(versionId, shape, sampleIndex, nearby);
  if (error) return <ApiError error={error} onRetry={() => refetch()} />;
  // The image before never stands in for the one that is asked about.
  if (!data || isPlaceholderData) {
    return <Skeleton className={className} style={{ aspectRatio: `${shape.width} / ${shape.height}` }} />;
  }
  return (
    <ImageCanvas
      pixels={data}
      width={shape.width}
      height={shape.height}
      channels={shape.channels === 3 ? 3 : 1}
      scaling={Math.max(shape.width, shape.height) < crispBelow ? "pixelated" : "smooth"}
      label={t("image", { index: sampleIndex })}
      className={cn(isInverted && "[&_canvas]:invert", className)}
    />
  );
}
