import { can } from "@diaphane/core/permissions";
import { notFound } from "next/navigation";
import { ReportPage } from "@/features/bias/report-page.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

/** A bias report: its progress, then what it says. */
export default async function BiasReportPage({ params }: PageProps<"/g/[group]/bias/[report]">) {
  const { group: slug, report: analysisId } = await params;
  const [group, report] = await Promise.all([loadGroup(slug), orNotFound(api().report.get({ analysisId }))]);
  if (!group || report.kind !== "BIAS_REPORT") notFound();
  await getQueryClient().prefetchQuery(trpc.report.get.queryOptions({ analysisId }));
  return (
    <HydrateClient>
      <ReportPage
        {...{ group: slug, reportId: analysisId }}
        canSubmit={can(group.role, "audit:submit")}
        canCancel={can(group.role, "analysis:cancel")}
      />
    </HydrateClient>
  );
}
