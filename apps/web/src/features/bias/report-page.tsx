"use client";

import { Button, ErrorState, Progress } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { composerAddress } from "@/features/composer/composer-address.ts";
import { CancelAnalysis } from "@/features/latents/analysis/cancel-analysis.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { attributesOf } from "./attributes-of.ts";
import { NameSlice } from "./discovery/name-slice.tsx";
import { NamedSlices } from "./discovery/named-slices.tsx";
import { DownloadReport } from "./download-report.tsx";
import { FetchedReport } from "./fetched-report.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";

const activePeriodMs = 2000;

/** A report from the moment it was asked for. */
export function ReportPage(props: { group: string; reportId: string; canSubmit: boolean; canCancel: boolean }) {
  const { group, reportId, canSubmit, canCancel } = props;
  const t = useTranslations("bias.report");
  const compose = useTranslations("composer");
  const asked = useTRPC().report.get.queryOptions({ analysisId: reportId });
  const { data: report } = useSuspenseQuery({
    ...asked,
    refetchInterval: ({ state }) =>
      state.data?.status === "QUEUED" || state.data?.status === "RUNNING" ? activePeriodMs : false,
  });
  const { status, progress, errorCode, parameters } = report;
  const { modelVersion, datasetVersion } = report.latentSet;
  const isDone = status === "SUCCEEDED";
  return (
    <PageFrame
      title={
        <span className="break-words">
          {t("title", { name: modelVersion.model.name, number: modelVersion.number })}
        </span>
      }
      description={t("lead", {
        ...{ data: datasetVersion.dataset.name, dataNumber: datasetVersion.number },
        attributes: attributesOf(parameters).join(", "),
      })}
      actions={
        isDone ? (
          <>
            <DownloadReport address={`/api/reports/${reportId}`} fileName={`report-${reportId}`} />
            <Button variant="secondary" onClick={() => window.print()}>
              {t("print")}
            </Button>
            {canSubmit ? (
              <Button
                variant="secondary"
                render={
                  <Link
                    href={composerAddress(group, {
                      ...{ modelId: modelVersion.model.id, number: modelVersion.number, dataId: datasetVersion.id },
                      attributes: attributesOf(parameters).slice(0, 1),
                    })}
                  />
                }
              >
                {compose("open")}
              </Button>
            ) : null}
            {canSubmit ? <SubmitDialog group={group} reportId={reportId} modelVersionId={modelVersion.id} /> : null}
          </>
        ) : null
      }
    >
      {status === "QUEUED" ? <p role="status">{t("waiting")}</p> : null}
      {status === "RUNNING" ? <Progress value={progress} label={t("running", { share: progress })} /> : null}
      {canCancel ? <CancelAnalysis analysis={report} queryKey={asked.queryKey} /> : null}
      {status === "CANCELLED" ? <p role="status">{t("cancelled")}</p> : null}
      {status === "FAILED" ? (
        <ErrorState title={t("failed")}>
          {t("failedText", { message: messageOf(report.errorDetail) ?? errorCode ?? "" })}
        </ErrorState>
      ) : null}
      {isDone ? (
        <>
          <FetchedReport
            address={`/api/reports/${reportId}`}
            images={{ kind: "report", id: reportId }}
            sliceAction={
              canSubmit ? (slice, slices) => <NameSlice reportId={reportId} slice={slice} slices={slices} /> : undefined
            }
          />
          <NamedSlices
            group={group}
            modelVersionId={modelVersion.id}
            datasetVersionId={datasetVersion.id}
            canName={canSubmit}
          />
        </>
      ) : null}
    </PageFrame>
  );
}

function messageOf(detail: unknown): string | undefined {
  const { message } = Object(detail);
  return typeof message === "string" ? message : undefined;
}
