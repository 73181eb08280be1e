"use client";

import { type ExplanationCheck, explanationCheck } from "@diaphane/model/latent";
import { useQuery } from "@tanstack/react-query";

/** What a check of explanations found; null while it loads, and without one. */
export function useExplanationCheck(analysisId: string | null): ExplanationCheck | null {
  const { data } = useQuery({
    queryKey: ["explanation-check", analysisId],
    enabled: analysisId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/analyses/${encodeURIComponent(analysisId ?? "")}/result`, { signal });
      if (!response.ok) throw new Error(`explanation check: ${response.status}`);
      return explanationCheck.parse(await response.json());
    },
  });
  return data ?? null;
}
