"use client";

import { latentMap } from "@diaphane/model/latent";
import { useQuery } from "@tanstack/react-query";
import { type MapPoints, mapPoints } from "./map-points.ts";

/** The map that an analysis made; null while it loads, and without one. */
export function useLatentMap(analysisId: string | null): MapPoints | null {
  const { data } = useQuery({
    queryKey: ["latent-map", analysisId],
    enabled: analysisId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/analyses/${encodeURIComponent(analysisId ?? "")}/result`, { signal });
      if (!response.ok) throw new Error(`map: ${response.status}`);
      return mapPoints(latentMap.parse(await response.json()));
    },
  });
  return data ?? null;
}
