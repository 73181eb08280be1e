"use client";

import { cn } from "@diaphane/ui";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type GroupSection, sectionAddress } from "./group-sections.ts";

export interface GroupNavProps {
  slug: string;
  name: string;
  sections: readonly GroupSection[];
}

/** The parts of a group, the one that is shown marked. */
export function GroupNav({ slug, name, sections }: GroupNavProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav aria-label={t("groupNavigation", { name })} className="border-b border-border print:hidden">
      <ul className="mx-auto flex w-full max-w-6xl gap-1 overflow-x-auto px-3">
        {sections.map((section) => {
          const href = sectionAddress(slug, section);
          const isCurrent = section === "home" ? pathname === href : pathname.startsWith(href);
          return (
            <li key={section}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "-mb-px block border-b-2 border-transparent px-3 py-2.5 text-sm font-medium whitespace-nowrap text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2",
                  isCurrent && "border-primary text-foreground",
                )}
              >
                {t(`sections.${section}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
