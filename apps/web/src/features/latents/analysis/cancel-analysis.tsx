"use client";

import { Button } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

export interface CancelAnalysisProps {
  analysis: { id: string; status: string; cancelRequested: boolean };
  /** Of the query that shows the analysis, so that it is asked for again. */
  queryKey: readonly unknown[];
}

/** Stops an analysis under way; nothing for one that has ended. */
export function CancelAnalysis({ analysis: { id, status, cancelRequested }, queryKey }: CancelAnalysisProps) {
  const t = useTranslations("latents.analysis");
  const client = useQueryClient();
  const cancel = useMutation(
    useTRPC().latent.cancelAnalysis.mutationOptions({ onSettled: () => client.invalidateQueries({ queryKey }) }),
  );
  if (!isActive({ status })) return null;
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        className="self-start"
        isBusy={cancel.isPending || cancelRequested}
        onClick={() => cancel.mutate({ analysisId: id })}
      >
        {t("cancel")}
      </Button>
      {cancel.error ? <ApiError error={cancel.error} /> : null}
    </>
  );
}
