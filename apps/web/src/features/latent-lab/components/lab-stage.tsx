"use client";

import { cn } from "@diaphane/ui";
import { useMemo } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import { useExplanation } from "../use-explanation.ts";
import type { Lab, Shown } from "../use-lab.ts";
import type { LabPreset } from "../use-lab-preset.ts";
import { HandBar } from "./hand-bar.tsx";
import { ImagePanels } from "./image-panels.tsx";
import { LabActions } from "./lab-actions.tsx";
import { LabInsights } from "./lab-insights.tsx";
import { LatentList } from "./latent-list.tsx";
import { PredictionPanel } from "./prediction-panel.tsx";
import { PresetSwitch } from "./preset-switch.tsx";
import { UnlikeTrainingNote } from "./unlike-training-note.tsx";
import { WhyChart } from "./why-chart.tsx";

export interface LabStageProps {
  engine: LabEngine;
  lab: Lab;
  shown: Shown;
  presets: readonly LabPreset[];
  isEmbedded: boolean;
  checksUrl: string | null;
}

/** One image in the lab: pictures and prediction on near-black, which stay in sight while the sliders below are scrolled. */
export function LabStage({ engine, lab, shown, presets, isEmbedded, checksUrl }: LabStageProps) {
  const { state, dispatch, edited, quietly } = lab;
  const { model } = engine;
  const { mu } = shown.encoding;
  // A model of masks or boxes alone has pictures and sliders, and nothing to explain.
  const hasClasses = model.classes.length > 0;
  const explanation = useExplanation(model, mu, state, lab.preset);
  const strip = useMemo(() => ({ engine, shown, quietly }), [engine, shown, quietly]);
  return (
    <>
      <div
        className={cn(
          "dark z-20 rounded-xl bg-image-surround p-3 text-foreground sm:p-4 lg:[@media(min-height:46rem)]:sticky",
          isEmbedded ? "top-0" : "top-14",
        )}
      >
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_15rem] 2xl:grid-cols-[minmax(0,1fr)_18rem]">
          <ImagePanels
            model={model}
            shown={shown}
            edited={edited}
            attention={state.attention}
            difference={state.difference}
            dispatch={dispatch}
          />
          <div className="flex min-w-0 flex-col gap-3">
            {hasClasses ? <PredictionPanel model={model} explanation={explanation} dispatch={dispatch} /> : null}
            <PresetSwitch presets={presets} chosen={state.preset} hasFailed={lab.hasPresetFailed} dispatch={dispatch} />
            <LabActions model={model} mu={mu} explanation={explanation} state={state} dispatch={dispatch} />
          </div>
        </div>
      </div>
      <UnlikeTrainingNote model={model} shown={shown} />
      {hasClasses ? (
        <LabInsights
          engine={engine}
          lab={lab}
          shown={shown}
          classIndex={explanation.classIndex}
          checksUrl={checksUrl}
        />
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <LatentList model={model} strip={strip} explanation={explanation} state={state} dispatch={dispatch} />
          <HandBar edited={edited} explanation={hasClasses ? explanation : null} />
        </div>
        {/* Stays in sight below the pictures: their height follows from the window's width. */}
        <div className="self-start lg:[@media(min-height:46rem)]:sticky lg:top-[calc(9rem+(min(110rem,100vw)-24rem)/4)]">
          {hasClasses ? <WhyChart explanation={explanation} /> : null}
        </div>
      </div>
    </>
  );
}
