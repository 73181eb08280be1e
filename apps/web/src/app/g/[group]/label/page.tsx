import { can } from "@diaphane/core/permissions";
import { Button } from "@diaphane/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TaskList } from "@/features/labelling/list/task-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("labelling.list"))("title") };
}

export default async function LabelTasksPage({ params }: PageProps<"/g/[group]/label">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("labelling.list"), loadGroup(slug)]);
  if (!group || !can(group.role, "task:read")) notFound();
  await getQueryClient().prefetchQuery(trpc.task.list.queryOptions({ group: slug }));
  const canCreate = can(group.role, "task:create");
  return (
    <HydrateClient>
      <PageFrame
        title={t("title")}
        description={t("lead")}
        actions={canCreate ? <Button render={<Link href={`/g/${slug}/label/new`} />}>{t("new")}</Button> : null}
      >
        <TaskList group={slug} canCreate={canCreate} />
      </PageFrame>
    </HydrateClient>
  );
}
