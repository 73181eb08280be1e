import type { AnyRole } from "@diaphane/core/permissions";
import { useTranslations } from "next-intl";
import { sectionAddress, sectionsFor } from "./group-sections.ts";

export interface PaletteGroup {
  slug: string;
  name: string;
  role: AnyRole;
}

export interface PaletteEntry {
  href: string;
  label: string;
}

/** The pages whose name has every word of the query, accents and case aside. */
export function usePaletteEntries(groups: readonly PaletteGroup[], isSignedIn: boolean, query: string): PaletteEntry[] {
  const t = useTranslations("shell");
  const ofGroups = groups.flatMap(({ slug, name, role }) =>
    sectionsFor(role).map((section) => ({
      href: sectionAddress(slug, section),
      label: section === "home" ? name : `${name} · ${t(`sections.${section}`)}`,
    })),
  );
  const ofVisitors = isSignedIn
    ? []
    : [
        { href: "/sign-in", label: t("signIn") },
        { href: "/sign-up", label: t("signUp") },
      ];
  const all = [
    ...ofGroups,
    { href: "/", label: t("start") },
    ...ofVisitors,
    ...(isSignedIn ? [{ href: "/groups/new", label: t("newGroup") }] : []),
    { href: "/settings", label: t("settings") },
    { href: "/legal", label: t("legal") },
  ];
  const words = plain(query).split(/\s+/).filter(Boolean);
  return all.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
