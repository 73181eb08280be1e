import { Badge, Button } from "@diaphane/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What Diaphane is, in two sentences, above the thing itself. */
export function LandingHero({ children }: { children: ReactNode }) {
  const t = useTranslations("gallery");
  return (
    <section className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 pt-10 pb-12 sm:pt-14">
      <div className="flex flex-col gap-4">
        <h1 className="max-w-[40ch] text-4xl font-semibold tracking-tight text-balance sm:text-5xl">
          {t("landing.title")}
        </h1>
        <p className="max-w-[62ch] text-lg text-pretty text-muted-foreground">{t("landing.lead")}</p>
      </div>
      {children}
    </section>
  );
}

/** Whose model the toy is, and where there is more of it. */
export function ToyCaption({ name, slug, isSynthetic }: { name: string; slug: string; isSynthetic: boolean }) {
  const t = useTranslations("gallery");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
        {isSynthetic ? <Badge tone="accent">{t("synthetic")}</Badge> : null}
        <span>{t("landing.toyModel", { name })}</span>
      </p>
      <Button variant="secondary" size="small" render={<Link href={`/models/${slug}/lab`} />}>
        {t("openLab")}
      </Button>
    </div>
  );
}
