"use client";

import { ErrorState, Skeleton } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import type { ReportFrame } from "./report-frame.tsx";
import { ReportView } from "./report-view.tsx";
import { useFetchedReport } from "./use-fetched-report.ts";

/** A report at an address of this site. */
export function FetchedReport({ address, ...frame }: { address: string } & Omit<ReportFrame, "report">) {
  const t = useTranslations("bias.report");
  const { data, error } = useFetchedReport(address);
  if (error) return <ErrorState title={t("failed")}>{error.message}</ErrorState>;
  return data ? <ReportView report={data} {...frame} /> : <Skeleton className="h-96" />;
}
