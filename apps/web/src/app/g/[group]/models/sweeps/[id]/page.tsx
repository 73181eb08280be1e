import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { SweepPage } from "@/features/sweeps/sweep-page.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sweeps"))("titleTab") };
}

export default async function SweepRoute({ params }: PageProps<"/g/[group]/models/sweeps/[id]">) {
  const { group: slug, id: sweepId } = await params;
  const wanted = trpc.sweep.get.queryOptions({ sweepId }, { retry: false });
  const [t, group, sweep] = await Promise.all([
    getTranslations("sweeps"),
    loadGroup(slug),
    orNotFound(getQueryClient().fetchQuery(wanted)),
  ]);
  if (!group || sweep.model.groupId !== group.id) notFound();
  return (
    <HydrateClient>
      <PageFrame
        title={<span className="break-words">{t("titleOf", { name: sweep.model.name })}</span>}
        description={t("lead", { count: sweep.runs.length, data: sweep.runs[0]?.datasetVersion.dataset.name ?? "–" })}
      >
        <SweepPage
          group={slug}
          sweepId={sweepId}
          canCancel={can(group.role, "run:cancel")}
          canTrain={can(group.role, "run:create")}
        />
      </PageFrame>
    </HydrateClient>
  );
}
