"use client";

import { Button, EmptyState, Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImageShape } from "@/features/datasets/grid/image-pixels.ts";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { AnalysisStatus } from "../analysis/analysis-status.tsx";
import { useAnalyses } from "../analysis/use-analyses.ts";
import { LatentMapPanel } from "./latent-map-panel.tsx";
import { useLatentMap } from "./use-latent-map.ts";

type Method = "pca" | "umap";

interface MapViewProps {
  modelVersionId: string;
  data: { versionId: string; shape: ImageShape };
  canAnalyse: boolean;
}

/** The newest map of a version by each method, and how one is made. */
export function MapView({ modelVersionId, data, canAnalyse }: MapViewProps) {
  const t = useTranslations("latents.map");
  const analyses = useAnalyses(modelVersionId, "MAP");
  const [method, setMethod] = useState<Method>("pca");
  const ofMethod = analyses.analyses?.filter(({ parameters }) => methodOf(parameters) === method);
  const done = ofMethod?.find(({ status }) => status === "SUCCEEDED");
  const points = useLatentMap(done?.id ?? null);
  const isBusy = analyses.isStarting || (ofMethod?.some(isActive) ?? false);
  const make = canAnalyse ? (
    <Button
      variant={done ? "secondary" : "primary"}
      isBusy={isBusy}
      onClick={() => analyses.start({ kind: "MAP", method, seed: 1, neighbours: 15, minDistance: 0.1 })}
    >
      {t(done ? "again" : "make")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          aria-label={t("method")}
          value={method}
          onValueChange={setMethod}
          options={[
            { value: "pca", label: t("pca") },
            { value: "umap", label: t("umap") },
          ]}
        />
        {done ? make : null}
      </div>
      <AnalysisStatus analyses={{ ...analyses, analyses: ofMethod }} canCancel={canAnalyse} />
      {points && done ? (
        <LatentMapPanel key={done.id} points={points} versionId={data.versionId} shape={data.shape} />
      ) : null}
      {ofMethod && !done && !isBusy ? (
        <EmptyState title={t("none")} actions={make}>
          {t("noneHelp")}
        </EmptyState>
      ) : null}
    </div>
  );
}

function methodOf(parameters: unknown): unknown {
  return typeof parameters === "object" && parameters !== null && "method" in parameters ? parameters.method : null;
}
