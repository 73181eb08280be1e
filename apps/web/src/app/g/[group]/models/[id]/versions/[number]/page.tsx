import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { VersionPage } from "@/features/models/version/version-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { createContext } from "@/server/context.ts";
import { imageResultsOf } from "@/server/lab/image-results-of.ts";
import { api } from "@/trpc/server.tsx";

type VersionPageProps = PageProps<"/g/[group]/models/[id]/versions/[number]">;

const loadVersion = cache((modelId: string, number: string) =>
  orNotFound(api().model.version({ modelId, number: Number(number) })),
);

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const { id, number } = await params;
  const [t, version] = await Promise.all([getTranslations("models.version"), loadVersion(id, number)]);
  return { title: t("title", { name: version.model.name, number: version.number }) };
}

export default async function ModelVersionPage({ params }: VersionPageProps) {
  const { group: slug, id, number } = await params;
  const [group, version] = await Promise.all([loadGroup(slug), loadVersion(id, number)]);
  if (!group || version.model.groupId !== group.id) notFound();
  const snapshot = version.run ? await orNotFound(api().run.progress({ runId: version.run.id })) : null;
  const results = await imageResultsOf(await createContext(), version);
  return (
    <VersionPage
      group={slug}
      version={version}
      snapshot={snapshot}
      canTrain={can(group.role, "run:create")}
      results={results}
    />
  );
}
