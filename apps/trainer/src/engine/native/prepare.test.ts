import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EngineError } from "../engine.ts";
import { prepareNative } from "./prepare.ts";
import type { Progress } from "./progress.ts";
import { buildFolder, nativeRecipe as recipe } from "./recipe.ts";
import { unsupportedReason } from "./support.ts";

const progress: Progress = { step: () => {}, bytes: () => {}, stop: () => {} };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-cache-"));
  vi.stubEnv("DIAPHANE_CACHE", folder);
  // A machine without compiler, npm and Python.
  vi.stubEnv("PATH", path.join(folder, "no-programs"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it("says what is missing, leaves no half build, and does not try again within the hour unless told to", async () => {
  const expected = unsupportedReason() ?? "g++ can't be run: it is not installed; install it";
  const step = vi.fn();
  const prepare = (retry: boolean) => prepareNative({ recipe, progress: { ...progress, step }, retry });
  await expect(prepare(false)).rejects.toThrow(expected);
  expect((await readdir(folder)).filter((name) => !name.endsWith(".failed.json"))).toEqual([]);
  const tries = step.mock.calls.length;
  await expect(prepare(false)).rejects.toThrow(expected);
  expect(step.mock.calls.length).toBe(tries);
  await expect(prepare(true)).rejects.toThrow(expected);
  expect(step.mock.calls.length).toBe(2 * tries);
});

it("is an engine that can't be had, no fault of the program, where the cache can't be written", async () => {
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  vi.stubEnv("DIAPHANE_CACHE", path.join(file, "cache"));
  await expect(prepareNative({ recipe, progress, retry: false })).rejects.toThrow(
    unsupportedReason() ?? /the cache folder can't be used.*a-file/,
  );
  await expect(prepareNative({ recipe, progress, retry: false })).rejects.toBeInstanceOf(EngineError);
});

it("removes what a build that was killed left behind", async () => {
  await mkdir(`${buildFolder(recipe)}.partial-old`);
  await expect(prepareNative({ recipe, progress, retry: true })).rejects.toBeInstanceOf(EngineError);
  const left = await readdir(folder);
  expect(left.filter((name) => name.includes(".partial-"))).toHaveLength(unsupportedReason() ? 1 : 0);
});
