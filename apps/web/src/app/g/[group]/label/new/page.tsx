import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewTask } from "@/features/labelling/form/new-task.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("labelling.form"))("title") };
}

export default async function NewTaskPage({ params }: PageProps<"/g/[group]/label/new">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("labelling.form"), loadGroup(slug)]);
  if (!group || !can(group.role, "task:create")) notFound();
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.dataset.list.queryOptions({ group: slug })),
    client.prefetchQuery(trpc.member.list.queryOptions({ group: slug })),
  ]);
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")}>
        <NewTask group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
