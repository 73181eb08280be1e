import { useTranslations } from "next-intl";

const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** The themes with their names in the reader's language. */
export function useThemeOptions(): { value: Theme; label: string }[] {
  const t = useTranslations("shell");
  return themes.map((value) => ({ value, label: t(`themes.${value}`) }));
}
