export const locales = ["en", "es"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/**
 * What the pages are written in, to the country whose notation they take: Mexico writes 10,015 and 0.95, which Spain would
 * write 10.015 and 0,95.
 */
export const localeTags = { en: "en", es: "es-MX" } as const satisfies Record<Locale, string>;

export type LocaleTag = (typeof localeTags)[Locale];

export function localeOf(tag: LocaleTag): Locale {
  return tag === localeTags.es ? "es" : "en";
}

/** Holds the reader's choice; one year. */
export const localeCookie = "diaphane-locale";

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** Picks the supported language that an `Accept-Language` header prefers most; English when it names none of ours. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
