import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withLock } from "./setup-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "diaphane-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("lets only one in at a time, tells the other that it waits, and leaves no lock", async () => {
  const file = path.join(folder, "build.lock");
  const log: string[] = [];
  const first = Promise.withResolvers<void>();
  const onWait = vi.fn(() => first.resolve());
  const waiting = Promise.withResolvers<Promise<void>>();
  await withLock(file, async () => {
    log.push("first in");
    waiting.resolve(withLock(file, async () => void log.push("second in"), onWait));
    await first.promise;
    log.push("first out");
  });
  await waiting.promise;
  expect(log).toEqual(["first in", "first out", "second in"]);
  expect(onWait).toHaveBeenCalledOnce();
  expect(await readdir(folder)).toEqual([]);
});

it("takes over the lock of a process that is gone", async () => {
  const file = path.join(folder, "build.lock");
  // Process ids end far below this one.
  await writeFile(file, JSON.stringify({ pid: 2 ** 30, host: os.hostname(), since: Date.now() }));
  expect(await withLock(file, async () => "built")).toBe("built");
});

it("takes over a lock that another machine has held for longer than any build", async () => {
  const file = path.join(folder, "build.lock");
  await writeFile(file, JSON.stringify({ pid: 1, host: "elsewhere", since: Date.now() - 2 * 60 * 60_000 }));
  expect(await withLock(file, async () => "built")).toBe("built");
});

it("takes over a lock whose owner died before it had written its name", async () => {
  const file = path.join(folder, "build.lock");
  await writeFile(file, "");
  const anHourAgo = Date.now() / 1000 - 3600;
  await utimes(file, anHourAgo, anHourAgo);
  expect(await withLock(file, async () => "built")).toBe("built");
});

it("gives the lock back when the work fails", async () => {
  const file = path.join(folder, "build.lock");
  await expect(withLock(file, () => Promise.reject(new Error("no compiler")))).rejects.toThrow("no compiler");
  expect(await readdir(folder)).toEqual([]);
});
