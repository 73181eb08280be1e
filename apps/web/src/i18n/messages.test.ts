import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "./message-arguments.ts";
import { namespaces } from "./messages.ts";

const folder = new URL("../../messages/", import.meta.url);
const files = (locale: string) =>
  readdirSync(new URL(`${locale}/`, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(".json", ""))
    .sort();

/** Every text of a file by its path: `{ "auth.email": "Email", … }`. */
function texts(locale: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") return void found.set(path, value);
    if (value === null || typeof value !== "object") throw new Error(`${locale}/${namespace}: ${path} is no text`);
    for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(new URL(`${locale}/${namespace}.json`, folder), "utf8")), "");
  return found;
}

describe("messages", () => {
  it("has the same files in both languages, all of them registered", () => {
    expect(files("es")).toEqual(files("en"));
    expect([...namespaces].sort()).toEqual(files("en"));
  });

  it.each(files("en"))("%s says the same things in both languages", (namespace) => {
    const [english, spanish] = [texts("en", namespace), texts("es", namespace)];
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) {
      expect({ key, arguments: argumentsOf(spanish.get(key) ?? "") }).toEqual({ key, arguments: argumentsOf(text) });
    }
  });

  it.each(files("en"))("%s leaves no text empty", (namespace) => {
    for (const locale of ["en", "es"]) {
      const empty = [...texts(locale, namespace)].filter(([, text]) => text.trim() === "");
      expect({ locale, empty }).toEqual({ locale, empty: [] });
    }
  });
});
