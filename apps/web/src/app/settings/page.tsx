import { Card, CardHeader } from "@diaphane/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LocaleSetting } from "@/features/settings/locale-setting.tsx";
import { ThemeSetting } from "@/features/settings/theme-setting.tsx";
import { PageFrame } from "@/features/shell/page-frame.tsx";
import { localeOf } from "@/i18n/locale.ts";
import { api } from "@/trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Also for visitors: language and theme need no account. */
export default async function SettingsPage() {
  const [t, locale, { user }] = await Promise.all([getTranslations("settings"), getLocale(), api().viewer.get()]);
  return (
    <PageFrame title={t("title")} className="max-w-3xl">
      <Card>
        <CardHeader title={t("language")} description={t(user ? "languageLead" : "languageLeadVisitor")} />
        <LocaleSetting locale={localeOf(locale)} />
      </Card>
      <Card>
        <CardHeader title={t("theme")} description={t("themeLead")} />
        <ThemeSetting />
      </Card>
      {user ? (
        <Card>
          <CardHeader title={t("account")} />
          <dl className="grid grid-cols-[8rem_1fr] gap-y-2 text-sm">
            <dt className="text-muted-foreground">{t("name")}</dt>
            <dd>{user.name}</dd>
            <dt className="text-muted-foreground">{t("email")}</dt>
            <dd>{user.email ?? t("noEmail")}</dd>
          </dl>
        </Card>
      ) : null}
    </PageFrame>
  );
}
