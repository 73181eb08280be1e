import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isProcessAlive } from "./process-alive.ts";

/** A start takes seconds; a lock older than this is what a crash left, even if its process id is in use again. */
const staleAfterMs = 120_000;
const retryMs = 50;

/**
 * Runs `action` while no other process runs one under the same lock file. A lock left by a process that has died is
 * taken over.
 */
export async function withStartLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  const claim = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(claim, String(process.pid));
  try {
    while (!(await tryLink(claim, file))) {
      await clearWhenStale(file, claim);
      await sleep(retryMs);
    }
  } finally {
    await rm(claim, { force: true });
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

/** `link` makes the lock appear whole, with its owner's process id in it, or not at all. */
async function tryLink(claim: string, file: string): Promise<boolean> {
  try {
    await link(claim, file);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function clearWhenStale(file: string, claim: string): Promise<void> {
  if (!(await isStale(file))) return;
  // Two processes may see the same stale lock: whoever renames it away first wins, and a fresh one that was renamed
  // by mistake is put back.
  const removed = `${claim}.stale`;
  try {
    await rename(file, removed);
    if (!(await isStale(removed))) await tryLink(removed, file);
    await rm(removed, { force: true });
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [pid, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    return !isProcessAlive(Number(pid)) || Date.now() - mtimeMs > staleAfterMs;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
