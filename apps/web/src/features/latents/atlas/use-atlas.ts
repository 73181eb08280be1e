"use client";

import { type Atlas, atlas } from "@diaphane/model/latent";
import { useQuery } from "@tanstack/react-query";

/** The newest atlas of a version; null while it loads, and without one. @param made changes when a new one was made; null: none was */
export function useAtlas(modelVersionId: string, made: string | null): Atlas | null {
  const { data } = useQuery({
    queryKey: ["atlas", modelVersionId, made],
    enabled: made !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/models/${encodeURIComponent(modelVersionId)}/atlas`, { signal });
      if (!response.ok) throw new Error(`atlas: ${response.status}`);
      return atlas.parse(await response.json());
    },
  });
  return data ?? null;
}
