import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditList } from "@/features/reviews/audit-list.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("title") };
}

export default async function ReviewsPage({ params }: PageProps<"/g/[group]/reviews">) {
  const { group: slug } = await params;
  const [t, group] = await Promise.all([getTranslations("reviews"), loadGroup(slug)]);
  if (!group || !can(group.role, "audit:read")) notFound();
  await getQueryClient().prefetchQuery(trpc.audit.list.queryOptions({ group: slug }));
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")}>
        <AuditList group={slug} />
      </PageFrame>
    </HydrateClient>
  );
}
