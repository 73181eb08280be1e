import { useLocale, useTranslations } from "next-intl";
import { localeOf } from "@/i18n/locale.ts";
import { LocaleSwitch } from "./locale-switch.tsx";
import { Logo } from "./logo.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The header of a server without accounts: asks no database. */
export function LocalHeader() {
  const t = useTranslations("common");
  return (
    <header className="sticky top-0 z-30 border-b border-border bg-background/95 backdrop-blur-sm">
      <div className="mx-auto flex h-14 w-full max-w-[110rem] items-center gap-2 px-4 lg:px-6">
        <span className="flex items-center gap-2 text-base font-semibold tracking-tight">
          <Logo className="size-6" />
          {t("product")}
        </span>
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <LocaleSwitch locale={localeOf(useLocale())} />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
