"use client";

import { ErrorState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { attributesOf } from "@/features/bias/attributes-of.ts";
import { ReleaseBadge } from "@/features/models/version/release-badge.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { RunStatusBadge } from "@/features/training/run/run-status-badge.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { EvidenceView } from "./evidence-view.tsx";

const activePeriodMs = 2000;

/** A preset of the group from the moment it was asked for. */
export function PresetPage({ presetId }: { presetId: string }) {
  const t = useTranslations("presets.page");
  const { data: preset } = useSuspenseQuery({
    ...useTRPC().preset.get.queryOptions({ presetId }),
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
      {analysis.status === "FAILED" ? (
        <ErrorState title={t("failed")}>{typeof message === "string" ? message : analysis.errorCode}</ErrorState>
      ) : null}
      {analysis.status === "SUCCEEDED" ? <EvidenceView address={`/api/reports/${analysis.id}`} /> : null}
    </PageFrame>
  );
}
