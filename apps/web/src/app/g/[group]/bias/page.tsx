import { can } from "@diaphane/core/permissions";
import { Button } from "@diaphane/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReportList } from "@/features/bias/report-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bias"))("title") };
}

export default async function BiasPage({ params }: PageProps<"/g/[group]/bias">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("bias"), loadGroup(slug)]);
  if (!group || !can(group.role, "analysis:read")) notFound();
  await getQueryClient().prefetchQuery(trpc.report.list.queryOptions({ group: slug }));
  const start = can(group.role, "analysis:create") ? (
    <Button render={<Link href={`/g/${slug}/bias/new`} />}>{t("new")}</Button>
  ) : null;
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")} actions={start}>
        <ReportList group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
