"use client";

import { type Direction, direction } from "@diaphane/model/latent";
import { useQueries } from "@tanstack/react-query";

export interface FoundDirection {
  /** Of the analysis that found it. */
  readonly id: string;
  readonly direction: Direction;
}

/** What analyses of directions found, in their order; those that have not come yet are left out. */
export function useDirections(analysisIds: readonly string[]): readonly FoundDirection[] {
  return useQueries({
    queries: analysisIds.map((id) => ({
      queryKey: ["direction", id],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<FoundDirection> => {
        const response = await fetch(`/api/analyses/${encodeURIComponent(id)}/result`, { signal });
        if (!response.ok) throw new Error(`direction: ${response.status}`);
        return { id, direction: direction.parse(await response.json()) };
      },
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}
