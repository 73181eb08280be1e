"use client";

import { cn } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useState } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { QuietQueue } from "../engine/quiet-queue.ts";
import { paintPicture } from "../images/paint.ts";
import type { ImageBytes } from "../images/picture.ts";
import type { LabSamples } from "../samples.ts";
import type { ImageSource } from "../state/lab-state.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

export interface SampleStripProps {
  engine: LabEngine;
  quietly: QuietQueue;
  samples: LabSamples | null;
  images: ReadonlyMap<number, ImageBytes>;
  source: ImageSource | null;
  onPick: (source: ImageSource) => void;
}

/** Without images of the set, these are offered: made up by the model, so they show nobody. */
const DRAWN_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The images to start from: of the test split where the visitor may see them, else drawn by the model. Not rendered while sliders move. */
export const SampleStrip = memo(function SampleStrip({
  engine,
  quietly,
  samples,
  images,
  source,
  onPick,
}: SampleStripProps) {
  const t = useTranslations("lab.samples");
  const hasSamples = samples !== null && samples.items.length > 0;
  return (
    <ul aria-label={hasSamples ? t("ofTheSet") : t("drawn")} className="flex min-w-0 flex-1 gap-2 overflow-x-auto p-1">
      {hasSamples
        ? samples.items.map(({ index, label }) => {
            const image = images.get(index);
            return image ? (
              <SampleButton
                key={index}
                image={image}
                caption={label ?? t("unlabelled")}
                name={t("sample", { index, label: label ?? t("unlabelled") })}
                isPicked={source?.kind === "sample" && source.index === index}
                onPick={() => onPick({ kind: "sample", index })}
              />
            ) : null;
          })
        : DRAWN_SEEDS.map((seed) => (
            <DrawnButton
              key={seed}
              seed={seed}
              engine={engine}
              quietly={quietly}
              isPicked={source?.kind === "drawn" && source.seed === seed}
              onPick={onPick}
            />
          ))}
    </ul>
  );
});

interface SampleButtonProps {
  image: ImageBytes;
  caption: string;
  name: string;
  isPicked: boolean;
  onPick: () => void;
}

function SampleButton({ image, caption, name, isPicked, onPick }: SampleButtonProps) {
  const paint = useCallback(
    (canvas: HTMLCanvasElement) =>
      paintPicture(canvas, { ...image, pixels: Float32Array.from(image.images, (byte) => byte / 255) }),
    [image],
  );
  return (
    <li className="shrink-0">
      <button
        type="button"
        onClick={onPick}
        aria-pressed={isPicked}
        aria-label={name}
        className="group flex w-16 flex-col gap-1 rounded-md"
      >
        <span
          className={cn(
            "block aspect-square w-full overflow-hidden rounded-md bg-image-surround ring-2 ring-offset-2 ring-offset-background",
            isPicked ? "ring-primary" : "ring-transparent group-hover:ring-border",
          )}
        >
          <PictureCanvas paint={paint} label="" />
        </span>
        <span
          className={cn(
            "w-full truncate text-center text-[0.6875rem]",
            isPicked ? "text-foreground" : "text-muted-foreground",
          )}
        >
          {caption}
        </span>
      </button>
    </li>
  );
}

interface DrawnButtonProps {
  seed: number;
  engine: LabEngine;
  quietly: QuietQueue;
  isPicked: boolean;
  onPick: (source: ImageSource) => void;
}

function DrawnButton({ seed, engine, quietly, isPicked, onPick }: DrawnButtonProps) {
  const t = useTranslations("lab.samples");
  const [image, setImage] = useState<ImageBytes | null>(null);
  useEffect(() => {
    let isGone = false;
    const takeBack = quietly.enqueue(async () => {
      const drawn = await engine.draw(seed);
      if (!isGone) setImage(drawn);
    });
    return () => {
      isGone = true;
      takeBack();
    };
  }, [engine, quietly, seed]);
  if (!image) return <li className="size-16 shrink-0 animate-pulse rounded-md bg-muted" />;
  const name = t("drawnNumber", { number: seed });
  return (
    <SampleButton
      image={image}
      caption={name}
      name={name}
      isPicked={isPicked}
      onPick={() => onPick({ kind: "drawn", seed })}
    />
  );
}
