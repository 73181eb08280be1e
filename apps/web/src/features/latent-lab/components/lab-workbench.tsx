"use client";

import { cn } from "@diaphane/ui";
import { useCallback, useState } from "react";
import type { LabEngine } from "../engine/engine-client.ts";
import type { ImageBytes } from "../images/picture.ts";
import type { LabSamples } from "../samples.ts";
import { readLabLink } from "../state/lab-link.ts";
import type { ImageSource } from "../state/lab-state.ts";
import { useLab } from "../use-lab.ts";
import { useLabLink } from "../use-lab-link.ts";
import type { LabPreset } from "../use-lab-preset.ts";
import { EngineLine } from "./engine-line.tsx";
import { LabFailure } from "./lab-failure.tsx";
import { LabLoading } from "./lab-loading.tsx";
import { LabStage } from "./lab-stage.tsx";
import { OwnImage } from "./own-image.tsx";
import { SampleStrip } from "./sample-strip.tsx";

export interface LabWorkbenchProps {
  engine: LabEngine;
  samples: LabSamples | null;
  images: ReadonlyMap<number, ImageBytes>;
  presets: readonly LabPreset[];
  isEmbedded: boolean;
  checksUrl: string | null;
  onRetry: () => void;
}

/** The lab with its model loaded: images to start from above, the stage below. */
export function LabWorkbench(props: LabWorkbenchProps) {
  const { engine, samples, images, presets, isEmbedded, checksUrl, onRetry } = props;
  const [initial] = useState(() => readLabLink(window.location.search));
  const lab = useLab(engine, images, initial, presets);
  useLabLink(lab.state);
  const { state, dispatch, shown, failure } = lab;
  const onPick = useCallback((source: ImageSource) => dispatch({ type: "imagePicked", source }), [dispatch]);
  if (failure) return <LabFailure error={failure} onRetry={onRetry} />;
  return (
    <OwnImage source={state.source} onImage={lab.openOwnImage}>
      {({ button, notice }) => (
        <div
          className={cn("flex flex-col gap-4", isEmbedded && "p-3")}
          data-testid="latent-lab"
          data-ready={shown ? "true" : "false"}
        >
          <div className="flex flex-col gap-2 sm:flex-row sm:items-start sm:gap-4">
            <SampleStrip
              engine={engine}
              quietly={lab.quietly}
              samples={samples}
              images={images}
              source={shown?.source ?? state.source}
              onPick={onPick}
            />
            {button}
          </div>
          {notice}
          {shown ? (
            <LabStage
              engine={engine}
              lab={lab}
              shown={shown}
              presets={presets}
              isEmbedded={isEmbedded}
              checksUrl={checksUrl}
            />
          ) : (
            <LabLoading loadedBytes={0} totalBytes={0} />
          )}
          <EngineLine engine={engine.name} times={lab.times} />
        </div>
      )}
    </OwnImage>
  );
}
