import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/features/shell/page-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("title") };
}

const sections = ["purpose", "data", "models", "licence"] as const;

export default async function LegalPage() {
  const t = await getTranslations("legal");
  return (
    <PageFrame title={t("title")} description={t("lead")} className="max-w-3xl">
      {sections.map((section) => (
        <section key={section} className="flex max-w-prose flex-col gap-2">
          <h2 className="text-lg font-semibold">{t(`${section}.title`)}</h2>
          <p className="leading-relaxed">{t(`${section}.text`)}</p>
        </section>
      ))}
    </PageFrame>
  );
}
