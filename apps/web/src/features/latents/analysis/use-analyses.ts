"use client";

import type { AnalysisKind, AnalysisRequest } from "@diaphane/core/schemas";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { pollWhileActive } from "@/features/group-home/poll-while-active.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Analyses of one kind of a version, newest first, asked for again while one is under way; and how to start and stop one. */
export function useAnalyses(modelVersionId: string, kind: AnalysisKind) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const wanted = trpc.latent.analyses.queryOptions({ modelVersionId, kind });
  const { data, error } = useQuery({ ...wanted, refetchInterval: (query) => pollWhileActive(query.state.data) });
  const onSettled = () => client.invalidateQueries({ queryKey: wanted.queryKey });
  const start = useMutation(trpc.latent.analyse.mutationOptions({ onSettled }));
  const cancel = useMutation(trpc.latent.cancelAnalysis.mutationOptions({ onSettled }));
  return {
    analyses: data,
    error: error ?? start.error ?? cancel.error,
    isStarting: start.isPending,
    /** @param datasetVersionId the data that the version was trained on unless given */
    start: (request: AnalysisRequest, datasetVersionId?: string) =>
      start.mutate({ modelVersionId, request, ...(datasetVersionId === undefined ? {} : { datasetVersionId }) }),
    cancel: (analysisId: string) => cancel.mutate({ analysisId }),
  };
}

export type Analyses = ReturnType<typeof useAnalyses>;
