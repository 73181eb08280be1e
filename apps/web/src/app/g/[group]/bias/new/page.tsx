import { can } from "@diaphane/core/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewReport } from "@/features/bias/new-report.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bias.form"))("title") };
}

export default async function NewReportPage({ params, searchParams }: PageProps<"/g/[group]/bias/new">) {
  const [{ group: slug }, { model, data, by }] = await Promise.all([params, searchParams]);
  const asked = { model: one(model), data: one(data), by: one(by) };
  const [t, group] = await Promise.all([getTranslations("bias.form"), loadGroup(slug)]);
  if (!group || !can(group.role, "analysis:create")) notFound();
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.model.list.queryOptions({ group: slug })),
    client.prefetchQuery(trpc.dataset.list.queryOptions({ group: slug })),
  ]);
  return (
    <HydrateClient>
      <PageFrame title={t("title")} description={t("lead")}>
        <NewReport group={slug} asked={asked} />
      </PageFrame>
    </HydrateClient>
  );
}

/** A parameter of the address that may be there once. */
function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
