"use client";

import { Button, ImageCanvas } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fetchImages } from "@/features/datasets/grid/fetch-images.ts";
import { type ImageShape, imageBytes } from "@/features/datasets/grid/image-pixels.ts";

/** As many as a look takes in, and one request brings. */
const mostShown = 60;

interface SelectedImagesProps {
  versionId: string;
  shape: ImageShape;
  /** Positions in the data set, ascending. */
  images: readonly number[];
  onClear: () => void;
}

/** The images of the selected points. */
export function SelectedImages({ versionId, shape, images, onClear }: SelectedImagesProps) {
  const t = useTranslations("latents.map");
  const shown = images.slice(0, mostShown);
  const { data: pixels } = useQuery({
    queryKey: ["selected-images", versionId, shown.join()],
    enabled: shown.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => fetchImages(versionId, shape, shown, signal),
  });
  const bytes = imageBytes(shape);
  const { width, height } = shape;
  const channels = shape.channels === 3 ? 3 : 1;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" data-testid="map-selection" className="text-sm">
          {t("selected", { count: images.length })}{" "}
          {images.length > mostShown ? t("firstShown", { shown: mostShown }) : ""}
        </p>
        {images.length > 0 ? (
          <Button variant="secondary" size="small" onClick={onClear}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
      {pixels && images.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
          {shown.map((index, place) => (
            <li key={index} data-image={index}>
              <ImageCanvas
                pixels={pixels.subarray(place * bytes, (place + 1) * bytes)}
                width={width}
                height={height}
                channels={channels}
                label={t("imageLabel", { index })}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
