"use client";

import { Button, EmptyState } from "@diaphane/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { AnalysisStatus } from "@/features/latents/analysis/analysis-status.tsx";
import { useTRPC } from "@/trpc/client.tsx";

const pollMilliseconds = 1500;

export interface MissingCodesProps {
  modelVersionId: string;
  datasetVersionId: string;
  onEncoded: () => void;
}

/** Images have no codes under this version yet: how to get them, and how far they are. */
export function MissingCodes({ modelVersionId, datasetVersionId, onEncoded }: MissingCodesProps) {
  const t = useTranslations("composer.encode");
  const trpc = useTRPC();
  const start = useMutation(trpc.latent.analyse.mutationOptions());
  const cancel = useMutation(trpc.latent.cancelAnalysis.mutationOptions());
  const analysisId = start.data?.id;
  const encoding = useQuery({
    ...trpc.report.get.queryOptions({ analysisId: analysisId ?? "" }),
    enabled: analysisId !== undefined,
    refetchInterval: pollMilliseconds,
  });
  const isDone = encoding.data?.status === "SUCCEEDED";
  useEffect(() => {
    if (isDone) onEncoded();
  }, [isDone, onEncoded]);
  const analyses = {
    analyses: encoding.data ? [encoding.data] : undefined,
    error: start.error ?? encoding.error ?? cancel.error,
    cancel: (id: string) => cancel.mutate({ analysisId: id }),
  };
  return (
    <div className="flex flex-col gap-4">
      <EmptyState
        title={t("title")}
        actions={
          <Button
            isBusy={start.isPending}
            disabled={start.isSuccess && encoding.data?.status !== "FAILED" && encoding.data?.status !== "CANCELLED"}
            onClick={() => start.mutate({ modelVersionId, datasetVersionId, request: { kind: "ENCODING" } })}
          >
            {t("start")}
          </Button>
        }
      >
        {t("text")}
      </EmptyState>
      <AnalysisStatus analyses={analyses} canCancel />
    </div>
  );
}
