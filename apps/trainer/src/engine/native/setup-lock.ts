import { rmSync } from "node:fs";
import { mkdir, open, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const staleMs = 30 * 60_000;
/** Writing a lock takes no time: one that is still empty after this belongs to nobody. */
const emptyMs = 10_000;

/**
 * Runs `work` while holding the lock file; a second process waits for the first. The lock of a process that is gone, or of
 * one on another machine that is silent for half an hour, is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait: () => void = () => {}): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  let hasWaited = false;
  while (!(await tryLock(file))) {
    if (!hasWaited) onWait();
    hasWaited = true;
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await wait(500);
  }
  // A process that is ended in the middle of its work leaves no lock either.
  const remove = () => rmSync(file, { force: true });
  process.once("exit", remove);
  try {
    return await work();
  } finally {
    process.off("exit", remove);
    remove();
  }
}

async function tryLock(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: os.hostname(), since: Date.now() }));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const { pid, host, since }: { pid: number; host: string; since: number } = JSON.parse(await readFile(file, "utf8"));
    if (Date.now() - since > staleMs) return true;
    return host === os.hostname() && !isAlive(pid);
  } catch {
    // Gone, or its owner is still writing it, unless it died in that moment.
    const since = await stat(file).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    return Date.now() - since > emptyMs;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
