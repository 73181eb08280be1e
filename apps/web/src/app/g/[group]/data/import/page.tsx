import { can } from "@diaphane/core/permissions";
import { Button, EmptyState } from "@diaphane/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { env } from "@/env.ts";
import { ImportPage } from "@/features/datasets/import/import-page.tsx";
import { loadGroup } from "@/features/shell/load-group.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("datasets.import");
  return { title: t("title") };
}

export default async function ImportRoute({ params }: PageProps<"/g/[group]/data/import">) {
  const { group } = await params;
  const t = await getTranslations("datasets.import");
  const membership = await loadGroup(group);
  const back = `/g/${group}/data`;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8">
      <div className="flex flex-col gap-2">
        <Link href={back} className="text-sm text-primary underline-offset-4 hover:underline">
          {t("back")}
        </Link>
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="max-w-prose text-muted-foreground">{t("intro")}</p>
      </div>
      {membership && can(membership.role, "dataset:import") ? (
        <ImportPage group={group} maxBytes={env.DIAPHANE_MAX_UPLOAD_BYTES} />
      ) : (
        <EmptyState title={t("notAllowedTitle")} actions={<Button render={<Link href={back} />}>{t("back")}</Button>}>
          {t("notAllowedText")}
        </EmptyState>
      )}
    </div>
  );
}
