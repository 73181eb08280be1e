"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { LatentAxis } from "../state/latent-axis.ts";
import style from "./latent-slider.module.css";
import { useLabFormat } from "./use-lab-format.ts";

export interface LatentSliderProps {
  latent: number;
  axis: LatentAxis;
  offset: number;
  contribution: number;
  onMove: (latent: number, offset: number) => void;
}

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageDown: -0.5,
  PageUp: 0.5,
};

/** The playhead of a latent. Arrows move by 0.1 s.d., Page keys by 0.5, Home and End to the ends; a double click or Delete puts it back. */
export function LatentSlider({ latent, axis, offset, contribution, onMove }: LatentSliderProps) {
  const t = useTranslations("lab.list");
  const format = useLabFormat();
  const position = axis.own + offset;

  function moveTo(next: number) {
    onMove(latent, Math.min(axis.high, Math.max(axis.low, next)) - axis.own);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = KEY_STEPS[event.key];
    if (step !== undefined) moveTo(position + step);
    else if (event.key === "Home") moveTo(axis.low);
    else if (event.key === "End") moveTo(axis.high);
    else if (event.key === "Delete" || event.key === "Backspace") onMove(latent, 0);
    else return;
    event.preventDefault();
  }

  return (
    <input
      type="range"
      className={style["slider"]}
      data-testid={`latent-slider-${latent}`}
      aria-label={t("latentName", { latent })}
      aria-valuetext={t("valueText", {
        position: format.deviations(position),
        contribution: format.signed(contribution),
      })}
      min={axis.low}
      max={axis.high}
      step={0.01}
      value={position}
      onChange={(event) => moveTo(event.currentTarget.valueAsNumber)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onMove(latent, 0)}
    />
  );
}
