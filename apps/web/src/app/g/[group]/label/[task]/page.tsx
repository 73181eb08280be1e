import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadTask } from "@/features/labelling/load-task.ts";
import { LabelPage } from "@/features/labelling/page/label-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { api, getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/g/[group]/label/[task]">): Promise<Metadata> {
  return { title: (await loadTask((await params).task))?.name };
}

export default async function LabelTaskPage({ params }: PageProps<"/g/[group]/label/[task]">) {
  const { group: slug, task: taskId } = await params;
  const [group, task, { user }] = await Promise.all([loadGroup(slug), loadTask(taskId), api().viewer.get()]);
  if (!group || !task || !user || !can(group.role, "label:write")) notFound();
  await getQueryClient().prefetchQuery(trpc.task.get.queryOptions({ taskId }));
  return (
    <HydrateClient>
      <LabelPage group={slug} taskId={taskId} userId={user.id} />
    </HydrateClient>
  );
}
