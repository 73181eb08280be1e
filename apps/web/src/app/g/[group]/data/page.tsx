import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DatasetList } from "@/features/datasets/list/dataset-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("datasets.list");
  return { title: t("title") };
}

export default async function DataPage({ params }: PageProps<"/g/[group]/data">) {
  const { group } = await params;
  const membership = await loadGroup(group);
  await getQueryClient().prefetchQuery(trpc.dataset.list.queryOptions({ group }));
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-8">
      <HydrateClient>
        <DatasetList group={group} canImport={membership !== null && can(membership.role, "dataset:import")} />
      </HydrateClient>
    </div>
  );
}
