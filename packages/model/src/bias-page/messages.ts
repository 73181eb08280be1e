import english from "./messages/en.json" with { type: "json" };
import spanish from "./messages/es.json" with { type: "json" };

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
export type Messages = typeof english;

export function messagesOf(language: Language): Messages {
  return language === "es" ? spanish : english;
}

/** Puts values for `{name}` into a text. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
