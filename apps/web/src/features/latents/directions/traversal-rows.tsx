"use client";

import type { Direction } from "@diaphane/model/latent";
import { ErrorState, Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { PictureCanvas } from "@/features/latent-lab/components/picture-canvas.tsx";
import { useLabFormat } from "@/features/latent-lab/components/use-lab-format.ts";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import { paintPicture, paintStrip } from "@/features/latent-lab/images/paint.ts";
import type { ImageBytes } from "@/features/latent-lab/images/picture.ts";
import { traversalPlaces } from "./traverse-image.ts";
import { type TraversedImage, useTraversals } from "./use-traversals.ts";

export interface TraversalRowsProps {
  engine: LabEngine;
  images: ReadonlyMap<number, ImageBytes>;
  direction: Direction;
  classes: readonly string[];
}

/** Images of the set, each as the model redraws it along the direction. */
export function TraversalRows({ engine, images, direction, classes }: TraversalRowsProps) {
  const t = useTranslations("latents.directions.traversal");
  const format = useLabFormat();
  const { rows, failure } = useTraversals(engine, images, direction);
  if (failure) return <ErrorState title={t("failed")} code={String(failure)} />;
  // Of two classes the second, which is the finding; of more none stands for all.
  const shownClass = classes.length === 2 ? 1 : null;
  return (
    <div className="dark overflow-x-auto rounded-xl bg-image-surround p-4 text-foreground">
      <ul
        className="flex min-w-[40rem] flex-col gap-2"
        aria-label={t("title")}
        data-testid="direction-traversal"
        data-rows={rows.length}
      >
        <li aria-hidden className="tabular grid grid-cols-[1fr_7fr_6rem] gap-2 text-xs text-muted-foreground">
          <span className="text-center">{t("original")}</span>
          <span className="grid grid-cols-7 text-center">
            {traversalPlaces.map((place) => (
              <span key={place}>{t("place", { place: format.plain(place, 0) })}</span>
            ))}
          </span>
          <span>{shownClass === null ? null : (classes[shownClass] ?? null)}</span>
        </li>
        {rows.map((row) => (
          <TraversalRow key={row.index} row={row} shownClass={shownClass} className={classes[shownClass ?? 0] ?? ""} />
        ))}
        {rows.length < images.size ? <Skeleton className="h-16" /> : null}
      </ul>
    </div>
  );
}

function TraversalRow({
  row,
  shownClass,
  className,
}: {
  row: TraversedImage;
  shownClass: number | null;
  className: string;
}) {
  const t = useTranslations("latents.directions.traversal");
  const format = useLabFormat();
  const { original, pictures, chances } = row.traversal;
  const paintOriginal = useCallback((canvas: HTMLCanvasElement) => paintPicture(canvas, original), [original]);
  const paintAll = useCallback((canvas: HTMLCanvasElement) => paintStrip(canvas, pictures), [pictures]);
  const chanceAt = (place: number) => format.probability(chances.at(place)?.[shownClass ?? 0] ?? Number.NaN);
  return (
    <li className="grid grid-cols-[1fr_7fr_6rem] items-center gap-2" data-image={row.index}>
      <div className="aspect-square overflow-hidden rounded-sm">
        <PictureCanvas paint={paintOriginal} label={t("originalLabel", { index: row.index })} />
      </div>
      <div className="aspect-[7/1] overflow-hidden rounded-sm">
        <PictureCanvas paint={paintAll} label={t("stripLabel", { index: row.index })} />
      </div>
      {shownClass === null ? (
        <span />
      ) : (
        <p className="tabular text-sm">
          <span className="sr-only">{className}: </span>
          {t("chances", { from: chanceAt(0), to: chanceAt(-1) })}
        </p>
      )}
    </li>
  );
}
