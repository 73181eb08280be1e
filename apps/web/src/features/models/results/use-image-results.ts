"use client";

import type { ImageResult } from "@diaphane/model";
import { useEffect, useState } from "react";
import type { LabEngine } from "@/features/latent-lab/engine/engine-client.ts";
import type { ImageBytes } from "@/features/latent-lab/images/picture.ts";
import { fetchMasks, fetchSamples, type LabSamples } from "@/features/latent-lab/samples.ts";

export interface ImageOutcome extends ImageResult {
  readonly index: number;
  readonly image: ImageBytes;
}

export interface ImageOutcomes {
  /** In the order in which they were computed. */
  readonly results: readonly ImageOutcome[];
  readonly failure: unknown;
}

/** Runs the model over the images one after the other, here; what is done so far is shown. */
export function useImageResults(engine: LabEngine | null, samples: LabSamples): ImageOutcomes {
  const [outcomes, setOutcomes] = useState<ImageOutcomes>({ results: [], failure: null });
  useEffect(() => {
    if (!engine) return;
    let isGone = false;
    async function run(on: LabEngine) {
      const [images, masks] = await Promise.all([fetchSamples(samples), fetchMasks(samples)]);
      const results: ImageOutcome[] = [];
      for (const { index, boxes } of samples.items) {
        const image = images.get(index);
        if (isGone || !image) return;
        const result = await on.compare({ image, mask: masks.get(index) ?? null, boxes });
        results.push({ ...result, index, image });
        if (!isGone) setOutcomes({ results: [...results], failure: null });
      }
    }
    run(engine).catch((failure: unknown) => !isGone && setOutcomes({ results: [], failure }));
    return () => {
      isGone = true;
    };
  }, [engine, samples]);
  return outcomes;
}
