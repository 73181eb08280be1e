import { isLocale, type Locale } from "../i18n/locale.ts";

/** How proxy.ts tells layout and texts what an embedded lab's address asks for: they do not know the address. */
export const embedLocaleHeader = "x-embed-locale";
export const embedThemeHeader = "x-embed-theme";

export type EmbedTheme = "light" | "dark";

/** `?lang=` and `?theme=` of an embedded lab: a frame cannot know what the page around it looks like. Null: as the visitor has it. */
export function embedChoice(parameters: Pick<URLSearchParams, "get">): {
  locale: Locale | null;
  theme: EmbedTheme | null;
} {
  const [locale, theme] = [parameters.get("lang"), parameters.get("theme")];
  return { locale: isLocale(locale) ? locale : null, theme: isEmbedTheme(theme) ? theme : null };
}

export function isEmbedTheme(value: unknown): value is EmbedTheme {
  return value === "light" || value === "dark";
}
