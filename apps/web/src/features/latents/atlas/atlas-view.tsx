"use client";

import { Button, EmptyState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { AnalysisStatus } from "../analysis/analysis-status.tsx";
import { useAnalyses } from "../analysis/use-analyses.ts";
import { AtlasList } from "./atlas-list.tsx";
import { useAtlas } from "./use-atlas.ts";

interface AtlasViewProps {
  modelVersionId: string;
  canAnalyse: boolean;
  canName: boolean;
}

/** The newest atlas of a version, and how one is made. */
export function AtlasView({ modelVersionId, canAnalyse, canName }: AtlasViewProps) {
  const t = useTranslations("latents.atlas");
  const analyses = useAnalyses(modelVersionId, "ATLAS");
  const done = analyses.analyses?.find(({ status }) => status === "SUCCEEDED");
  const atlas = useAtlas(modelVersionId, done?.id ?? null);
  const isBusy = analyses.isStarting || (analyses.analyses?.some(isActive) ?? false);
  const make = canAnalyse ? (
    <Button
      variant={done ? "secondary" : "primary"}
      isBusy={isBusy}
      onClick={() => analyses.start({ kind: "ATLAS", seed: 1 })}
    >
      {t(done ? "again" : "make")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      <AnalysisStatus analyses={analyses} canCancel={canAnalyse} />
      {atlas ? (
        <>
          <h2 className="sr-only">{t("title")}</h2>
          <div className="flex flex-wrap items-end justify-between gap-3">
            <p className="max-w-prose text-sm text-muted-foreground">
              {t("basis", { images: atlas.basis.images, heldOut: atlas.basis.heldOut ? "yes" : "no" })}
            </p>
            {make}
          </div>
          <AtlasList modelVersionId={modelVersionId} atlas={atlas} canName={canName} />
        </>
      ) : analyses.analyses && !done && !isBusy ? (
        <EmptyState title={t("none")} actions={make}>
          {t("noneHelp")}
        </EmptyState>
      ) : null}
    </div>
  );
}
