import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ownSecret } from "./own-secret.ts";

test("a secret is drawn once and readable by its user only", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-secret-"));
  const env = { DIAPHANE_CACHE: path.join(folder, "cache") };
  const [first, second] = await Promise.all([ownSecret(env), ownSecret(env)]);
  expect(first).toMatch(/^.{32}$/);
  expect([second, await ownSecret(env)]).toEqual([first, first]);
  expect((await stat(path.join(env.DIAPHANE_CACHE, "pseudonym-secret"))).mode & 0o077).toBe(0);
  await rm(folder, { recursive: true, force: true });
});
