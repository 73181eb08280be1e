import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { RunPage } from "@/features/training/run/run-page.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training.run"))("titleTab") };
}

export default async function TrainingRunPage({ params }: PageProps<"/g/[group]/models/runs/[run]">) {
  const { group: slug, run: runId } = await params;
  const [group, snapshot] = await Promise.all([loadGroup(slug), orNotFound(api().run.progress({ runId }))]);
  if (!group || snapshot.run.model.groupId !== group.id) notFound();
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8">
      <RunPage
        group={slug}
        initial={snapshot}
        canCancel={can(group.role, "run:cancel")}
        canTrain={can(group.role, "run:create")}
      />
    </div>
  );
}
