import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { removeAbandoned } from "./abandoned-uploads.ts";

const hours = 3_600_000;
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "abandoned-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, ageMs: number) {
  const at = new Date(Date.now() - ageMs);
  await writeFile(path.join(folder, name), "x");
  await utimes(path.join(folder, name), at, at);
}

it("removes what nobody has added to for two days, and nothing else", async () => {
  await write("old", 49 * hours);
  await write("old.json", 60 * hours);
  await write("lonely.json", 60 * hours);
  await write("slow", 1 * hours);
  await write("slow.json", 60 * hours);
  expect(await removeAbandoned(folder)).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(["slow", "slow.json"]);
});

it("bears a folder that is not there yet", async () => {
  expect(await removeAbandoned(path.join(folder, "none"))).toBe(0);
});
