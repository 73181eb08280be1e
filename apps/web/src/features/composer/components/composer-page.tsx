"use client";

import { ErrorState } from "@diaphane/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { LabFailure } from "@/features/latent-lab/components/lab-failure.tsx";
import { LabLoading } from "@/features/latent-lab/components/lab-loading.tsx";
import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";
import { useLabEngine } from "@/features/latent-lab/use-lab-engine.ts";
import { fetchComposingCases } from "../cases/fetch-composing-cases.ts";
import type { Composition } from "../composition-link.ts";
import { ComposerWorkbench } from "./composer-workbench.tsx";
import { MissingCodes } from "./missing-codes.tsx";

export interface ComposerPageProps {
  group: string;
  modelVersionId: string;
  datasetVersionId: string;
  address: BundleAddress;
  initial: Composition;
}

/** The composer, once the images' codes and the model are on this device. */
export function ComposerPage({ group, modelVersionId, datasetVersionId, address, initial }: ComposerPageProps) {
  const t = useTranslations("composer");
  const client = useQueryClient();
  const engine = useLabEngine(address);
  const cases = useQuery({
    queryKey: ["composing-cases", modelVersionId, datasetVersionId],
    queryFn: () => fetchComposingCases(modelVersionId, datasetVersionId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const onEncoded = useCallback(
    () => client.invalidateQueries({ queryKey: ["composing-cases", modelVersionId, datasetVersionId] }),
    [client, modelVersionId, datasetVersionId],
  );
  if (cases.error) return <ErrorState title={t("unreadable")}>{cases.error.message}</ErrorState>;
  if (cases.data === null) return <MissingCodes {...{ modelVersionId, datasetVersionId, onEncoded }} />;
  if (engine.status === "failed") {
    return <LabFailure error={engine.error} onRetry={() => window.location.reload()} />;
  }
  if (!cases.data || engine.status === "loading") {
    const { loadedBytes, totalBytes } = engine.status === "loading" ? engine : { loadedBytes: 0, totalBytes: 0 };
    return <LabLoading loadedBytes={loadedBytes} totalBytes={totalBytes} />;
  }
  return (
    <ComposerWorkbench
      {...{ group, modelVersionId, datasetVersionId, initial }}
      cases={cases.data}
      engine={engine.engine}
    />
  );
}
