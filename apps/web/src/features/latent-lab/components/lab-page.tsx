import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface LabPageProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Badges, links: what else is said of the model. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of a page whose main thing is the lab: as wide as the window allows, the notice always in sight above it. */
export function LabPage({ title, subtitle, aside, children }: LabPageProps) {
  const t = useTranslations("lab");
  return (
    <div className="mx-auto flex w-full max-w-[110rem] flex-col gap-4 px-4 py-5 lg:px-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="text-sm text-muted-foreground">{t("title")}</p>
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {subtitle ? <p className="text-sm text-muted-foreground">{subtitle}</p> : null}
        </div>
        {aside}
      </header>
      {children}
      <p className="text-sm text-muted-foreground">{t("notADevice")}</p>
    </div>
  );
}
