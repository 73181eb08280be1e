import { can } from "@diaphane/core/permissions";
import { cn } from "@diaphane/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Activity } from "@/features/group-home/activity.tsx";
import { activityQuery } from "@/features/group-home/activity-query.ts";
import { GettingStarted } from "@/features/group-home/getting-started.tsx";
import { HomeActions } from "@/features/group-home/home-actions.tsx";
import { RecentRuns } from "@/features/group-home/recent-runs.tsx";
import { UnderWay } from "@/features/group-home/under-way.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/g/[group]">): Promise<Metadata> {
  return { title: (await loadGroup((await params).group))?.name ?? (await getTranslations("group"))("welcome") };
}

export default async function GroupHome({ params }: PageProps<"/g/[group]">) {
  const { group: slug } = await params;
  const group = await loadGroup(slug);
  if (!group) notFound();
  const seesRuns = can(group.role, "run:read");
  const seesActivity = can(group.role, "audit-event:read");
  const queries = getQueryClient();
  const [datasets] = await Promise.all([
    api().dataset.list({ group: slug }),
    queries.prefetchQuery(trpc.import.list.queryOptions({ group: slug, limit: 10 })),
    seesRuns && queries.prefetchQuery(trpc.run.list.queryOptions({ group: slug, limit: 10 })),
    seesActivity && queries.prefetchQuery(trpc.auditEvent.list.queryOptions(activityQuery(slug))),
  ]);
  const canTrain = can(group.role, "run:create");
  const isNew = datasets.length === 0;
  return (
    <HydrateClient>
      <PageFrame title={group.name} actions={canTrain && !isNew ? <HomeActions group={slug} /> : null}>
        {isNew ? (
          <GettingStarted group={slug} canImport={can(group.role, "dataset:import")} />
        ) : (
          <div className={cn("grid items-start gap-6", seesActivity ? "lg:grid-cols-[3fr_2fr]" : "lg:grid-cols-2")}>
            <div className={seesActivity ? "flex min-w-0 flex-col gap-6" : "contents"}>
              <UnderWay group={slug} seesRuns={seesRuns} />
              {seesRuns ? <RecentRuns group={slug} /> : null}
            </div>
            {seesActivity ? <Activity group={slug} /> : null}
          </div>
        )}
      </PageFrame>
    </HydrateClient>
  );
}
