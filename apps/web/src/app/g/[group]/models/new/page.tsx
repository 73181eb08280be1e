import { can } from "@diaphane/core/permissions";
import { Button, EmptyState } from "@diaphane/ui";
import { Database, Lock } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadGroup } from "@/features/shell/load-group.ts";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { loadTrainingForm } from "@/features/training/form/load-training-form.ts";
import { NewTraining } from "@/features/training/form/new-training.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training.new"))("title") };
}

export default async function NewTrainingPage({ params, searchParams }: PageProps<"/g/[group]/models/new">) {
  const [{ group: slug }, search, t] = await Promise.all([params, searchParams, getTranslations("training.new")]);
  const group = await loadGroup(slug);
  if (!group) notFound();
  if (!can(group.role, "run:create")) {
    return (
      <PageFrame title={t("title")}>
        <EmptyState icon={<Lock aria-hidden />} title={t("noPermission")} />
      </PageFrame>
    );
  }
  const one = (name: string) => (typeof search[name] === "string" ? search[name] : undefined);
  const form = await loadTrainingForm({ group: slug, dataset: one("dataset"), model: one("model"), run: one("run") });
  return (
    <PageFrame title={t("title")} description={t("lead")}>
      {form ? (
        <NewTraining group={slug} options={form.options} initial={form.initial} />
      ) : (
        <EmptyState
          icon={<Database aria-hidden />}
          title={t("noData")}
          actions={<Button render={<Link href={`/g/${slug}/data/import`} />}>{t("importData")}</Button>}
        >
          {t("noDataHint")}
        </EmptyState>
      )}
    </PageFrame>
  );
}
