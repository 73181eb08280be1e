import { useTranslations } from "next-intl";

export interface PaletteGroup {
  slug: string;
  name: string;
}

export interface PaletteEntry {
  href: string;
  label: string;
}

/** The pages whose name has every word of the query, accents and case aside. */
export function usePaletteEntries(groups: readonly PaletteGroup[], isSignedIn: boolean, query: string): PaletteEntry[] {
  const t = useTranslations("shell");
  const ofGroups = groups.flatMap(({ slug, name }) => [
    { href: `/g/${slug}`, label: name },
    { href: `/g/${slug}/data`, label: `${name} · ${t("sections.data")}` },
    { href: `/g/${slug}/models`, label: `${name} · ${t("sections.models")}` },
    { href: `/g/${slug}/members`, label: `${name} · ${t("sections.members")}` },
  ]);
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
