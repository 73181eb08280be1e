import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sharedMessages, sharedNamespaces } from "./shared-messages.ts";

const source = path.resolve(import.meta.dirname, "..");

/** Pages and layouts outside of groups, but for those that bring all texts themselves as a group's layout does. */
const entries = readdirSync(path.join(source, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx") && !/^g[/\\]/.test(file))
  .map((file) => path.join(source, "app", file))
  .filter((file) => !readFileSync(file, "utf8").includes("<NextIntlClientProvider>"));

/** They and all components that they import, however far away. */
function reachable(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    const text = readFileSync(file, "utf8");
    found.set(file, text);
    for (const [, name = ""] of text.matchAll(/(?:from|import\()\s*"((?:@\/|\.)[^"]+\.tsx?)"/g)) {
      visit(name.startsWith("@/") ? path.join(source, name.slice(2)) : path.join(path.dirname(file), name));
    }
  };
  entries.forEach(visit);
  return found;
}

test("pages outside of groups carry the texts of their components, and no others", () => {
  const used = new Set<string>();
  for (const text of reachable().values()) {
    for (const [, name = ""] of text.matchAll(/useTranslations\("([a-zA-Z]+)/g)) used.add(name);
  }
  expect([...used].sort()).toEqual([...sharedNamespaces]);
});

test("texts that only groups need are left out", () => {
  const all = { common: { product: "Diaphane" }, training: { new: {} } };
  expect(JSON.parse(JSON.stringify(sharedMessages(Object(all))))).toEqual({ common: all.common });
});
