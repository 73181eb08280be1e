import { can } from "@diaphane/core/permissions";
import { Button, Card, CardHeader } from "@diaphane/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CompareBar } from "@/features/comparison/select/compare-bar.tsx";
import { RunTable } from "@/features/models/list/run-table.tsx";
import { VersionTable } from "@/features/models/list/version-table.tsx";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/g/[group]/models/[id]">): Promise<Metadata> {
  const { id } = await params;
  return { title: (await orNotFound(api().model.get({ modelId: id }))).name };
}

export default async function ModelPage({ params }: PageProps<"/g/[group]/models/[id]">) {
  const { group: slug, id } = await params;
  const [t, group, model] = await Promise.all([
    getTranslations("models.model"),
    loadGroup(slug),
    orNotFound(api().model.get({ modelId: id })),
  ]);
  if (!group || model.groupId !== group.id) notFound();
  const runs = await api().run.list({ group: slug, modelId: id });
  const train = <Button render={<Link href={`/g/${slug}/models/new?model=${id}`} />}>{t("newVersion")}</Button>;
  return (
    <PageFrame
      title={<span className="break-words">{model.name}</span>}
      description={model.description}
      actions={can(group.role, "run:create") ? train : null}
    >
      <Card>
        <CardHeader title={t("versions")} />
        {model.versions.length === 0 ? <p className="text-sm text-muted-foreground">{t("noVersions")}</p> : null}
        {model.versions.length > 0 ? <VersionTable group={slug} modelId={id} versions={model.versions} /> : null}
      </Card>
      {runs.length > 0 ? (
        <Card>
          <CardHeader title={t("runs")} />
          <RunTable group={slug} runs={runs} caption={t("runs")} />
        </Card>
      ) : null}
      <CompareBar group={slug} />
    </PageFrame>
  );
}
