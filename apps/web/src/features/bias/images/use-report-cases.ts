"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client.tsx";
import type { ImagesSource } from "../report-frame.tsx";

/** The images behind a report, once somebody wants to see some of them. They never change. */
export function useReportCases({ kind, id }: ImagesSource, isWanted: boolean) {
  const trpc = useTRPC();
  const never = { staleTime: Number.POSITIVE_INFINITY };
  const ofReport = useQuery({
    ...trpc.report.cases.queryOptions({ reportId: id }, never),
    enabled: isWanted && kind === "report",
  });
  const ofAudit = useQuery({
    ...trpc.audit.cases.queryOptions({ auditId: id }, never),
    enabled: isWanted && kind === "audit",
  });
  return kind === "report" ? ofReport : ofAudit;
}
