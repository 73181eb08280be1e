import { can } from "@diaphane/core/permissions";
import { Button } from "@diaphane/ui";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CompareBar } from "@/features/comparison/select/compare-bar.tsx";
import { ModelList } from "@/features/models/list/model-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { SweepList } from "@/features/sweeps/sweep-list.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("models.list"))("title") };
}

export default async function ModelsPage({ params }: PageProps<"/g/[group]/models">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("models.list"), loadGroup(slug)]);
  if (!group || !can(group.role, "model:read")) notFound();
  // Waited for: a list that is there in the browser but was not on the server would not match its HTML.
  await Promise.all([
    getQueryClient().prefetchQuery(trpc.model.list.queryOptions({ group: slug })),
    getQueryClient().prefetchQuery(trpc.run.list.queryOptions({ group: slug, limit: 20, withSweeps: false })),
    getQueryClient().prefetchQuery(trpc.sweep.list.queryOptions({ group: slug })),
  ]);
  const canTrain = can(group.role, "run:create");
  const train = (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" render={<Link href={`/g/${slug}/models/pretrain`} />}>
        {t("pretrain")}
      </Button>
      <Button render={<Link href={`/g/${slug}/models/new`} />}>
        <Plus aria-hidden />
        {t("train")}
      </Button>
    </div>
  );
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")} actions={canTrain ? train : null}>
        <ModelList group={slug} canTrain={canTrain} />
        <SweepList group={slug} />
        <CompareBar group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
