"use client";

import { Button } from "@diaphane/ui";
import { ArrowRight, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import { latentAxis } from "../state/latent-axis.ts";
import { useExplanation } from "../use-explanation.ts";
import type { Lab, Shown } from "../use-lab.ts";
import { LabTerm } from "./lab-term.tsx";
import { LatentSlider } from "./latent-slider.tsx";
import { PredictionAnnouncer } from "./prediction-announcer.tsx";
import { ProbabilityMeter } from "./probability-meter.tsx";
import { ToyPicture } from "./toy-picture.tsx";
import { TraversalStrip } from "./traversal-strip.tsx";
import { useLabFormat } from "./use-lab-format.ts";

/** As many as fit beside the picture. */
const SLIDERS = 3;

/** The picture to drag, the same latents as sliders, and what becomes of the prediction. */
export function ToyControls({ engine, lab, shown }: { engine: LabEngine; lab: Lab; shown: Shown }) {
  const t = useTranslations("lab");
  const format = useLabFormat();
  const { state, dispatch, edited, quietly } = lab;
  const { model } = engine;
  const { mu } = shown.encoding;
  const { latents, before, after, className, threshold } = useExplanation(model, mu, state, null);
  const strip = useMemo(() => ({ engine, shown, quietly }), [engine, shown, quietly]);
  const onMove = useCallback(
    (latent: number, offset: number) => dispatch({ type: "latentMoved", latent, offset }),
    [dispatch],
  );
  const offered = latents.active.slice(0, SLIDERS);
  const axisOf = (latent: number) => latentAxis(model, latent, mu[latent] ?? 0, state.offsets.get(latent) ?? 0);
  const [across, along] = offered;
  return (
    <div className="grid gap-6 md:grid-cols-2 md:items-center lg:gap-10">
      <ToyPicture
        edited={edited}
        across={
          across === undefined ? null : { latent: across, axis: axisOf(across), offset: state.offsets.get(across) ?? 0 }
        }
        along={
          along === undefined ? null : { latent: along, axis: axisOf(along), offset: state.offsets.get(along) ?? 0 }
        }
        onMove={onMove}
      />
      <div className="flex min-w-0 flex-col gap-5">
        <div>
          <p className="text-sm text-muted-foreground">{t("toy.says", { name: className })}</p>
          <p className="tabular flex items-baseline gap-3 text-4xl font-semibold whitespace-nowrap sm:text-5xl">
            <span className="text-muted-foreground">{format.probability(before.probability)}</span>
            <ArrowRight aria-label={t("prediction.to")} className="size-6 self-center text-muted-foreground" />
            <output data-testid="toy-probability">{format.probability(after.probability)}</output>
          </p>
          <ProbabilityMeter before={before.probability} after={after.probability} threshold={threshold} />
          <PredictionAnnouncer className={className} probability={after.probability} />
        </div>
        <ol className="flex flex-col gap-3">
          {offered.map((latent) => (
            <li key={latent} className="flex flex-col gap-1">
              <p className="tabular flex justify-between text-[0.8125rem]">
                <LabTerm name="latent">{t("list.latentName", { latent })}</LabTerm>
                <span className="text-muted-foreground">
                  {t("toy.adds", { contribution: format.signed(after.contributions[latent] ?? 0) })}
                </span>
              </p>
              <div className="relative h-12">
                <TraversalStrip latent={latent} axis={axisOf(latent)} source={strip} />
                <LatentSlider
                  latent={latent}
                  axis={axisOf(latent)}
                  offset={state.offsets.get(latent) ?? 0}
                  contribution={after.contributions[latent] ?? 0}
                  onMove={onMove}
                />
              </div>
            </li>
          ))}
        </ol>
        <Button
          variant="secondary"
          size="small"
          className="self-start"
          disabled={state.offsets.size === 0}
          onClick={() => dispatch({ type: "allMoved", offsets: new Map() })}
        >
          <RotateCcw aria-hidden />
          {t("actions.resetAll")}
        </Button>
      </div>
    </div>
  );
}
