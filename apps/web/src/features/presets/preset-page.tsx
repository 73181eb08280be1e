"use client";

import { ErrorState, Progress } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { attributesOf } from "@/features/bias/attributes-of.ts";
import { CancelAnalysis } from "@/features/latents/analysis/cancel-analysis.tsx";
import { ReleaseBadge } from "@/features/models/version/release-badge.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { EvidenceView } from "./evidence-view.tsx";

const activePeriodMs = 2000;

/** A preset of the group from the moment it was asked for. */
export function PresetPage({ presetId, canCancel }: { presetId: string; canCancel: boolean }) {
  const t = useTranslations("presets.page");
  const asked = useTRPC().preset.get.queryOptions({ presetId });
  const { data: preset } = useSuspenseQuery({
    ...asked,
    refetchInterval: ({ state }) =>
      ["QUEUED", "RUNNING"].includes(state.data?.analysis.status ?? "") ? activePeriodMs : false,
  });
  const { analysis } = preset;
  const { model, number } = analysis.latentSet.modelVersion;
  const { message } = Object(analysis.errorDetail);
  return (
    <PageFrame
      title={<span className="break-words">{preset.name}</span>}
      description={t("lead", { attributes: attributesOf(analysis.parameters).join(", "), name: model.name, number })}
    >
      <div className="-mt-3 flex flex-wrap gap-3">
        <ReleaseBadge state={preset.state} />
        <RunStatusBadge status={analysis.status} isCancelling={analysis.cancelRequested} />
      </div>
      {analysis.status === "RUNNING" ? <Progress value={analysis.progress} label={t("running")} /> : null}
      {canCancel ? <CancelAnalysis analysis={analysis} queryKey={asked.queryKey} /> : null}
      {analysis.status === "FAILED" ? (
        <ErrorState title={t("failed")}>{typeof message === "string" ? message : analysis.errorCode}</ErrorState>
      ) : null}
      {analysis.status === "SUCCEEDED" ? <EvidenceView address={`/api/reports/${analysis.id}`} /> : null}
    </PageFrame>
  );
}
