"use client";

import { ImageCanvas, TargetOverlay } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { TargetColours } from "@/features/datasets/targets.ts";
import { useFigures } from "../figures/use-figures.ts";
import type { ImageOutcome } from "./use-image-results.ts";

export interface ResultTileProps {
  result: ImageOutcome;
  /** What the model says, or what somebody drew. */
  shown: "model" | "drawn";
  colours: TargetColours;
}

/** One image with what is outlined on it, and how well both agree. */
export function ResultTile({ result, shown, colours }: ResultTileProps) {
  const t = useTranslations("models.results");
  const figures = useFigures();
  const { image, index, dice, boxes50, side, mask, drawnMask, boxes, drawnBoxes } = result;
  const facts = [
    ...(mask ? [`Dice ${dice === null ? "–" : figures.figure(dice)}`] : []),
    ...(boxes ? [`${t("boxes")} ${boxes50 === null ? "–" : figures.figure(boxes50)}`] : []),
  ];
  const isDrawn = shown === "drawn";
  return (
    <li className="flex min-w-0 flex-col gap-1.5">
      <ImageCanvas
        pixels={image.images}
        width={image.width}
        height={image.height}
        channels={image.channels === 3 ? 3 : 1}
        label={t("alt", { index, facts: facts.join(", ") })}
      >
        <TargetOverlay
          width={side}
          height={side}
          mask={isDrawn ? drawnMask : mask}
          boxes={isDrawn ? drawnBoxes : boxes}
          maskColours={colours.masks}
          boxColours={colours.boxes}
        />
      </ImageCanvas>
      <p className="tabular flex flex-wrap justify-between gap-x-2 text-xs">
        <span className="opacity-70">{t("image", { index })}</span>
        <span>{facts.join(" · ")}</span>
      </p>
    </li>
  );
}
