import Link from "next/link";
import { useTranslations } from "next-intl";

/** On every page: what this is not for. */
export function SiteFooter() {
  const t = useTranslations("shell");
  return (
    <footer className="border-t border-border">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-6 text-sm text-muted-foreground">
        <p>
          <strong className="font-semibold text-foreground">{t("researchOnly")}</strong> {t("notADevice")}
        </p>
        <p className="flex gap-4">
          <Link href="/legal" className="underline underline-offset-4 hover:text-foreground">
            {t("legal")}
          </Link>
          <span>{t("licence")}</span>
        </p>
      </div>
    </footer>
  );
}
