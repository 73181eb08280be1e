import { describe, expect, it } from "vitest";
import { localeOf, locales, localeTags, negotiateLocale } from "./locale.ts";

describe("negotiateLocale", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["de-DE,de;q=0.9", "en"],
    ["de, es;q=0.5, en;q=0.4", "es"],
    ["en;q=0.2, ES;q=0.7", "es"],
    ["es;q=0, en", "en"],
    ["*", "en"],
    [";;;,,q=", "en"],
  ])("%j → %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

it("Spanish pages write numbers as Mexico does", () => {
  const write = (value: number) => new Intl.NumberFormat(localeTags.es).format(value);
  expect([10_015, 3000, 0.95].map(write)).toEqual(["10,015", "3,000", "0.95"]);
});

it("a language is found again by its tag", () => {
  expect(locales.map((locale) => localeOf(localeTags[locale]))).toEqual([...locales]);
});
