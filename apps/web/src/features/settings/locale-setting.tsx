"use client";

import { Segmented } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { localeOptions } from "@/features/shell/locale-options.ts";
import { setLocale } from "@/features/shell/set-locale.ts";
import type { Locale } from "@/i18n/locale.ts";

export function LocaleSetting({ locale }: { locale: Locale }) {
  const t = useTranslations("settings");
  const [, startTransition] = useTransition();
  return (
    <Segmented
      aria-label={t("language")}
      options={localeOptions}
      value={locale}
      onValueChange={(chosen) => startTransition(() => setLocale(chosen))}
    />
  );
}
