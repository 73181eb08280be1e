import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DatasetView } from "@/features/datasets/detail/dataset-view.tsx";
import { loadDataset } from "@/features/datasets/detail/load-dataset.ts";
import { loadGroup } from "@/features/shell/load-group.ts";

type DatasetPageProps = PageProps<"/g/[group]/data/[id]">;

export async function generateMetadata({ params }: DatasetPageProps): Promise<Metadata> {
  const { id } = await params;
  const dataset = await loadDataset(id, undefined);
  return { title: dataset?.name };
}

export default async function DatasetPage({ params, searchParams }: DatasetPageProps) {
  const { group, id } = await params;
  const { version } = await searchParams;
  const [membership, dataset] = await Promise.all([
    loadGroup(group),
    loadDataset(id, typeof version === "string" ? version : undefined),
  ]);
  if (!dataset || !membership) notFound();
  const { role } = membership;
  const may = { canTrain: can(role, "run:create"), canExport: can(role, "dataset:export") };
  return <DatasetView group={group} dataset={dataset} {...may} />;
}
