"use client";

import { biasReport } from "@diaphane/model/bias";
import { ErrorState, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ReportView } from "./report-view.tsx";

/** A report at an address of this site; it never changes, as it is named by its hash. */
export function FetchedReport({ address }: { address: string }) {
  const t = useTranslations("bias.report");
  const { data, error } = useQuery({
    queryKey: ["bias-report", address],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status}`);
      return biasReport.parse(await response.json());
    },
  });
  if (error) return <ErrorState title={t("failed")}>{error.message}</ErrorState>;
  return data ? <ReportView report={data} /> : <Skeleton className="h-96" />;
}
