"use client";

import { Button, Menu, MenuChoice } from "@diaphane/ui";
import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Locale } from "@/i18n/locale.ts";
import { localeOptions } from "./locale-options.ts";
import { setLocale } from "./set-locale.ts";

export function LocaleSwitch({ locale }: { locale: Locale }) {
  const t = useTranslations("shell");
  const [isPending, startTransition] = useTransition();
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={t("language")} isBusy={isPending}>
          <Languages aria-hidden />
        </Button>
      }
    >
      <MenuChoice
        label={t("language")}
        options={localeOptions}
        value={locale}
        onValueChange={(chosen) => startTransition(() => setLocale(chosen))}
      />
    </Menu>
  );
}
