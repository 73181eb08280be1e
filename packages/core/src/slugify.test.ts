import { expect, test } from "vitest";
import { findFreeSlug, slugify } from "./slugify.ts";

test.each([
  ["Tórax 2 (prueba)", "torax-2-prueba"],
  ["  --A  b--  ", "a-b"],
  ["日本", ""],
  ["x".repeat(80), "x".repeat(50)],
])("%s → %s", (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test("a taken slug gets an end, a name without letters the fallback", async () => {
  const taken = new Set(["demo", "group"]);
  const free = await findFreeSlug("Demo", "group", async (slug) => taken.has(slug));
  expect(free).toMatch(/^demo-[0-9a-f]{6}$/);
  expect(await findFreeSlug("日本", "group", async (slug) => taken.has(slug))).toMatch(/^group-[0-9a-f]{6}$/);
});
