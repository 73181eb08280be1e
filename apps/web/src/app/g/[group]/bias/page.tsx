import { can } from "@diaphane/core/permissions";
import { Button } from "@diaphane/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReportList } from "@/features/bias/report-list.tsx";
import { PresetList } from "@/features/presets/preset-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bias"))("title") };
}

export default async function BiasPage({ params }: PageProps<"/g/[group]/bias">) {
  const { group: slug } = await params;
  const [t, compose, group] = await Promise.all([
    getTranslations("bias"),
    getTranslations("composer"),
    loadGroup(slug),
  ]);
  if (!group || !can(group.role, "analysis:read")) notFound();
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.report.list.queryOptions({ group: slug })),
    client.prefetchQuery(trpc.preset.list.queryOptions({ group: slug })),
  ]);
  const start = can(group.role, "analysis:create") ? (
    <>
      <Button variant="secondary" render={<Link href={`/g/${slug}/bias/compose`} />}>
        {compose("open")}
      </Button>
      <Button render={<Link href={`/g/${slug}/bias/new`} />}>{t("new")}</Button>
    </>
  ) : null;
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")} actions={start}>
        <ReportList group={slug} />
        <PresetList group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
