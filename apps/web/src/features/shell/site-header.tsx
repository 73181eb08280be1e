import { Button } from "@diaphane/ui";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/i18n/locale.ts";
import { api } from "@/trpc/server.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { LocaleSwitch } from "./locale-switch.tsx";
import { Logo } from "./logo.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

/** On every page: home, one's groups, search, language, theme, and oneself. */
export async function SiteHeader() {
  const [t, common, locale, viewer] = await Promise.all([
    getTranslations("shell"),
    getTranslations("common"),
    getLocale(),
    api().viewer.get(),
  ]);
  return (
    <header className="sticky top-0 z-30 border-b border-border bg-background/95 backdrop-blur-sm print:hidden">
      <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-2 px-4 sm:gap-4">
        <Link href="/" className="flex items-center gap-2 rounded-md text-base font-semibold tracking-tight">
          <Logo className="size-6" />
          <span className="max-sm:sr-only">{common("product")}</span>
        </Link>
        <nav aria-label={t("mainNavigation")} className="flex min-w-0 items-center gap-1">
          {viewer.groups.slice(0, 2).map((group) => (
            <Button
              key={group.slug}
              variant="ghost"
              size="small"
              className="max-w-44 shrink truncate lg:max-w-96"
              render={<Link href={`/g/${group.slug}`} />}
            >
              <span className="truncate">{group.name}</span>
            </Button>
          ))}
        </nav>
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <CommandPalette groups={viewer.groups} isSignedIn={viewer.user !== null} />
          <LocaleSwitch locale={localeOf(locale)} />
          <ThemeSwitch />
          {viewer.user ? (
            <UserMenu name={viewer.user.name} email={viewer.user.email} groups={viewer.groups} />
          ) : (
            <>
              <Button variant="ghost" size="small" className="max-sm:hidden" render={<Link href="/sign-up" />}>
                {t("signUp")}
              </Button>
              <Button size="small" render={<Link href="/sign-in" />}>
                {t("signIn")}
              </Button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
