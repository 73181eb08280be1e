import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/features/models/or-not-found.ts";
import { PublicAudit } from "@/features/reviews/public-audit.tsx";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata({ params }: PageProps<"/audits/[id]">): Promise<Metadata> {
  const { id: auditId } = await params;
  const [t, audit] = await Promise.all([
    getTranslations("reviews.public"),
    orNotFound(api().audit.public({ auditId })),
  ]);
  return { title: t("title", { name: audit.preset?.name ?? audit.modelVersion.model.name }) };
}

/** Who approved what, with the hashes, for everybody. */
export default async function AuditPage({ params }: PageProps<"/audits/[id]">) {
  const { id: auditId } = await params;
  const audit = await orNotFound(api().audit.public({ auditId }));
  return (
    <NextIntlClientProvider>
      <PublicAudit audit={audit} />
    </NextIntlClientProvider>
  );
}
