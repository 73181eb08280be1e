import { can } from "@diaphane/core/permissions";
import { comparedRuns } from "@diaphane/core/schemas";
import { Button, EmptyState } from "@diaphane/ui";
import { GitCompareArrows } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComparePage } from "@/features/comparison/compare-page.tsx";
import { canCompare, chooseHref, readRunIds } from "@/features/comparison/run-ids.ts";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comparison"))("title") };
}

export default async function CompareRunsPage({ params, searchParams }: PageProps<"/g/[group]/models/compare">) {
  const [{ group: slug }, search, t] = await Promise.all([params, searchParams, getTranslations("comparison")]);
  const group = await loadGroup(slug);
  if (!group || !can(group.role, "run:read")) notFound();
  const runIds = readRunIds(typeof search.runs === "string" ? search.runs : null);
  if (!canCompare(runIds)) {
    return (
      <PageFrame title={t("title")}>
        <EmptyState
          icon={<GitCompareArrows aria-hidden />}
          title={t("chooseTitle", comparedRuns)}
          actions={<Button render={<Link href={`/g/${slug}/models`} />}>{t("chooseRuns")}</Button>}
        >
          {t("chooseHint")}
        </EmptyState>
      </PageFrame>
    );
  }
  const client = getQueryClient();
  await Promise.all([
    orNotFound(client.fetchQuery(trpc.run.compare.queryOptions({ group: slug, runIds }, { retry: false }))),
    ...runIds.map((runId) => client.prefetchQuery(trpc.run.progress.queryOptions({ runId }))),
  ]);
  return (
    <HydrateClient>
      <PageFrame
        title={t("title")}
        description={t("lead")}
        actions={
          <Button variant="secondary" render={<Link href={chooseHref(slug, runIds)} />}>
            {t("changeChoice")}
          </Button>
        }
      >
        <ComparePage group={slug} runIds={runIds} />
      </PageFrame>
    </HydrateClient>
  );
}
