import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgreementPage } from "@/features/labelling/agreement/agreement-page.tsx";
import { loadTask } from "@/features/labelling/load-task.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("labelling.agreement"))("title") };
}

export default async function TaskAgreementPage({ params }: PageProps<"/g/[group]/label/[task]/agreement">) {
  const { group: slug, task: taskId } = await params;
  const [t, group, task] = await Promise.all([
    getTranslations("labelling.agreement"),
    loadGroup(slug),
    loadTask(taskId),
  ]);
  if (!group || !task || !can(group.role, "label:read")) notFound();
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.task.get.queryOptions({ taskId })),
    client.prefetchQuery(trpc.label.shared.queryOptions({ taskId })),
  ]);
  return (
    <HydrateClient>
      <PageFrame title={t("heading", { name: task.name })} description={t("lead")}>
        <AgreementPage group={slug} taskId={taskId} canDecide={can(group.role, "label:adjudicate")} />
      </PageFrame>
    </HydrateClient>
  );
}
