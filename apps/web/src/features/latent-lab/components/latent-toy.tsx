"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchSamples } from "../samples.ts";
import { useLabEngine } from "../use-lab-engine.ts";
import { LabFailure } from "./lab-failure.tsx";
import { LabLoading } from "./lab-loading.tsx";
import type { LatentLabProps } from "./latent-lab.tsx";
import { ToyStage } from "./toy-stage.tsx";

/** The lab's heart for the front page: one picture, to be dragged. */
export function LatentToy(props: LatentLabProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Attempt({ address, samples, onRetry }: LatentLabProps & { onRetry: () => void }) {
  const engine = useLabEngine(address);
  const images = useQuery({
    queryKey: ["lab-samples", samples?.url],
    queryFn: () => (samples ? fetchSamples(samples) : new Map()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (engine.status === "failed") return <LabFailure error={engine.error} onRetry={onRetry} />;
  if (engine.status === "loading" || images.isPending) {
    const { loadedBytes, totalBytes } = engine.status === "loading" ? engine : { loadedBytes: 0, totalBytes: 0 };
    return <LabLoading loadedBytes={loadedBytes} totalBytes={totalBytes} className="min-h-[40rem]" />;
  }
  return (
    <ToyStage
      engine={engine.engine}
      samples={images.isError ? null : samples}
      images={images.data ?? new Map()}
      onRetry={onRetry}
    />
  );
}
