"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BundleAddress } from "../engine/protocol.ts";
import { fetchSamples, type LabSamples } from "../samples.ts";
import { useLabEngine } from "../use-lab-engine.ts";
import type { LabPreset } from "../use-lab-preset.ts";
import { LabFailure } from "./lab-failure.tsx";
import { LabLoading } from "./lab-loading.tsx";
import { LabWorkbench } from "./lab-workbench.tsx";
import { type LatentName, LatentNames } from "./latent-names.tsx";

export interface LatentLabProps {
  address: BundleAddress;
  /** Images to start from; null where the visitor may see none. */
  samples: LabSamples | null;
  /** What people call the latents; they go with the model. */
  names?: readonly LatentName[];
  /** Released presets of the model. */
  presets?: readonly LabPreset[];
  /** What sticks to the top of the window above the lab (the site's header), or nothing in a frame of another site. */
  isEmbedded?: boolean;
  /** Where members read whether explanations mean anything for this version; nothing where that was not checked. */
  checksUrl?: string | null;
}

const noNames: readonly LatentName[] = [];
const noPresets: readonly LabPreset[] = [];

/** The latent lab: a model in this browser, moved by hand. */
export function LatentLab(props: LatentLabProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <LatentNames names={props.names ?? noNames}>
      <Attempt key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />
    </LatentNames>
  );
}

function Attempt(props: LatentLabProps & { onRetry: () => void }) {
  const { address, samples, presets = noPresets, isEmbedded = false, checksUrl = null, onRetry } = props;
  const engine = useLabEngine(address);
  const images = useQuery({
    queryKey: ["lab-samples", samples?.url],
    queryFn: () => (samples ? fetchSamples(samples) : new Map()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (engine.status === "failed") return <LabFailure error={engine.error} onRetry={onRetry} />;
  if (engine.status === "loading" || images.isPending) {
    const { loadedBytes, totalBytes } = engine.status === "loading" ? engine : { loadedBytes: 0, totalBytes: 0 };
    return <LabLoading loadedBytes={loadedBytes} totalBytes={totalBytes} />;
  }
  // Without the set's images there are still those that the model draws, and the visitor's own.
  const known = images.data ?? new Map();
  return (
    <LabWorkbench
      engine={engine.engine}
      samples={images.isError ? null : samples}
      images={known}
      presets={presets}
      isEmbedded={isEmbedded}
      checksUrl={checksUrl}
      onRetry={onRetry}
    />
  );
}
