import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LogPage } from "@/features/log/log-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

export default async function GroupLogPage({ params }: PageProps<"/g/[group]/log">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("log"), loadGroup(slug)]);
  if (!group || !can(group.role, "audit-event:read")) notFound();
  await getQueryClient().prefetchQuery(trpc.auditEvent.verify.queryOptions({ group: slug }));
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")}>
        <LogPage group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
