"use client";

import { Button, Slider } from "@diaphane/ui";
import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { DifferenceLegend } from "../components/difference-legend.tsx";
import { ImagePanel } from "../components/image-panel.tsx";
import { PictureCanvas } from "../components/picture-canvas.tsx";
import { useLabFormat } from "../components/use-lab-format.ts";
import { paintDifference, paintPicture } from "../images/paint.ts";
import { differenceScale, type Picture } from "../images/picture.ts";
import type { Counterfactual } from "./compute-counterfactual.ts";
import { usePlayback } from "./use-playback.ts";

interface FilmProps {
  found: Counterfactual;
  first: Picture;
  last: Picture;
  className: string;
}

/** Where the way begins, the way itself as a film, and what is different at its end. */
export function CounterfactualFilm({ found, first, last, className }: FilmProps) {
  const t = useTranslations("lab.counterfactual");
  const format = useLabFormat();
  const { frames, byLatents, byPicture } = found;
  const { frame, isPlaying, toggle, seek } = usePlayback(frames.length);
  const shown = frames[frame] ?? last;
  const scale = differenceScale(first, last);
  const paintFirst = useCallback((canvas: HTMLCanvasElement) => paintPicture(canvas, first), [first]);
  const paintFrame = useCallback((canvas: HTMLCanvasElement) => paintPicture(canvas, shown), [shown]);
  const paintChange = useCallback(
    (canvas: HTMLCanvasElement) => paintDifference(canvas, first, last, scale),
    [first, last, scale],
  );
  const at = (values: readonly number[]) => format.probability(values[frame] ?? Number.NaN);
  const percent = (step: number) => Math.round((step / (frames.length - 1)) * 100);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <ImagePanel title={t("start")}>
          <PictureCanvas paint={paintFirst} label={t("startLabel")} />
        </ImagePanel>
        <ImagePanel
          title={t("way")}
          aside={<span className="tabular">{t("percent", { percent: percent(frame) })}</span>}
        >
          <PictureCanvas paint={paintFrame} label={t("wayLabel")} testId="lab-counterfactual" />
        </ImagePanel>
        <ImagePanel title={t("difference")}>
          <PictureCanvas paint={paintChange} label={t("differenceLabel")} testId="lab-counterfactual-difference" />
          <DifferenceLegend scale={scale} />
        </ImagePanel>
      </div>
      <div className="flex items-center gap-3">
        <Button variant="secondary" size="small" onClick={toggle} data-testid="lab-film-toggle">
          {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
          {t(isPlaying ? "pause" : "play")}
        </Button>
        <Slider
          aria-label={t("place")}
          min={0}
          max={frames.length - 1}
          largeStep={5}
          value={frame}
          onValueChange={seek}
          valueText={(step) => t("percent", { percent: percent(step) })}
        />
      </div>
      <dl className="tabular grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-sm">
        <dt>{t("byLatents", { name: className })}</dt>
        <dd className="text-right">{at(byLatents)}</dd>
        <dt>{t("byPicture", { name: className })}</dt>
        <dd className="text-right">{at(byPicture)}</dd>
      </dl>
    </div>
  );
}
