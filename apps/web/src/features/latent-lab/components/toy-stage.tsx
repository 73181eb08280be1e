"use client";

import { useCallback, useMemo } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { ImageBytes } from "../images/picture.ts";
import type { LabSamples } from "../samples.ts";
import { type ImageSource, initialLabState, type LabState } from "../state/lab-state.ts";
import { useLab } from "../use-lab.ts";
import { EngineLine } from "./engine-line.tsx";
import { LabFailure } from "./lab-failure.tsx";
import { LabLoading } from "./lab-loading.tsx";
import { SampleStrip } from "./sample-strip.tsx";
import { ToyControls } from "./toy-controls.tsx";

const START: LabState = { ...initialLabState, order: "influence" };
const OFFERED = 6;

export interface ToyStageProps {
  engine: LabEngine;
  samples: LabSamples | null;
  images: ReadonlyMap<number, ImageBytes>;
  onRetry: () => void;
}

export function ToyStage({ engine, samples, images, onRetry }: ToyStageProps) {
  const lab = useLab(engine, images, START);
  const { dispatch, shown, failure } = lab;
  const onPick = useCallback((source: ImageSource) => dispatch({ type: "imagePicked", source }), [dispatch]);
  const few = useMemo(() => (samples ? { ...samples, items: samples.items.slice(0, OFFERED) } : null), [samples]);
  if (failure) return <LabFailure error={failure} onRetry={onRetry} />;
  if (!shown) return <LabLoading loadedBytes={0} totalBytes={0} className="min-h-[40rem]" />;
  return (
    <div
      className="dark flex flex-col gap-4 rounded-2xl bg-image-surround p-4 text-foreground sm:p-6"
      data-testid="latent-toy"
    >
      <ToyControls engine={engine} lab={lab} shown={shown} />
      <div className="flex flex-col justify-between gap-3 sm:flex-row sm:items-end">
        <SampleStrip
          engine={engine}
          quietly={lab.quietly}
          samples={few}
          images={images}
          source={shown.source}
          onPick={onPick}
        />
        <EngineLine engine={engine.name} times={lab.times} />
      </div>
    </div>
  );
}
