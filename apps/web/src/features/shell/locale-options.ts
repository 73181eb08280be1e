import type { Locale } from "@/i18n/locale.ts";

/** Each language in its own words, so that whoever needs it recognises it. */
export const localeOptions: { value: Locale; label: string }[] = [
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
];
