"use client";

import { Button, EmptyState } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { isActive } from "@/features/group-home/poll-while-active.ts";
import { AnalysisStatus } from "../analysis/analysis-status.tsx";
import { useAnalyses } from "../analysis/use-analyses.ts";
import { CheckTable } from "./check-table.tsx";
import { useExplanationCheck } from "./use-explanation-check.ts";

/** As many images as give intervals that can be read, in a minute or two. */
const images = 64;

interface ChecksViewProps {
  modelVersionId: string;
  canAnalyse: boolean;
}

/** Whether the explanations of single images mean anything for this version. */
export function ChecksView({ modelVersionId, canAnalyse }: ChecksViewProps) {
  const t = useTranslations("latents.checks");
  const analyses = useAnalyses(modelVersionId, "EXPLANATION_CHECK");
  const done = analyses.analyses?.find(({ status }) => status === "SUCCEEDED");
  const check = useExplanationCheck(done?.id ?? null);
  const isBusy = analyses.isStarting || (analyses.analyses?.some(isActive) ?? false);
  const make = canAnalyse ? (
    <Button
      variant={done ? "secondary" : "primary"}
      isBusy={isBusy}
      onClick={() => analyses.start({ kind: "EXPLANATION_CHECK", images, seed: 1 })}
    >
      {t(done ? "again" : "make")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col items-start gap-4">
      <AnalysisStatus analyses={analyses} canCancel={canAnalyse} />
      {check ? <CheckTable check={check} /> : null}
      {done ? make : null}
      {analyses.analyses && !done && !isBusy ? (
        <EmptyState title={t("none")} actions={make} className="w-full">
          {t("noneHelp")}
        </EmptyState>
      ) : null}
    </div>
  );
}
