import { can } from "@diaphane/core/permissions";
import { Button, EmptyState } from "@diaphane/ui";
import { Database, Lock } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { NewPretraining } from "@/features/training/pretraining/new-pretraining.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training.pretraining"))("title") };
}

export default async function PretrainPage({ params }: PageProps<"/g/[group]/models/pretrain">) {
  const [{ group: slug }, t, form] = await Promise.all([
    params,
    getTranslations("training.pretraining"),
    getTranslations("training.new"),
  ]);
  const group = await loadGroup(slug);
  if (!group) notFound();
  if (!can(group.role, "run:create")) {
    return (
      <PageFrame title={t("title")}>
        <EmptyState icon={<Lock aria-hidden />} title={form("noPermission")} />
      </PageFrame>
    );
  }
  const options = await orNotFound(api().run.options({ group: slug }));
  return (
    <PageFrame title={t("title")} description={t("lead")}>
      {options.datasets.length > 1 ? (
        <NewPretraining group={slug} options={options} />
      ) : (
        <EmptyState
          icon={<Database aria-hidden />}
          title={t("noData")}
          actions={<Button render={<Link href={`/g/${slug}/data/import`} />}>{form("importData")}</Button>}
        />
      )}
    </PageFrame>
  );
}
