import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export const repositoryRoot = path.resolve(import.meta.dirname, "../..");

/** Where this platform keeps its database, store, secret and logs. */
export function openHome(directory: string): string {
  mkdirSync(path.join(directory, "logs"), { recursive: true });
  return path.resolve(directory);
}

/** The key that signs sessions: made once, readable by its owner only. */
export function sessionSecret(home: string): string {
  const file = path.join(home, "session-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

export interface RunningPlatform {
  pid: number;
  /** Null while it is being started. */
  url: string | null;
}

const runningFile = (home: string) => path.join(home, "running.json");

/** Takes the home for this process. @returns the platform that has it already, or null when it is ours now */
export function claimHome(home: string): RunningPlatform | null {
  for (;;) {
    try {
      writeFileSync(runningFile(home), JSON.stringify({ pid: process.pid, url: null }), { flag: "wx" });
      return null;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const running = readRunning(home);
    if (running && isPlatform(running.pid)) return running;
    // Left behind by a crash.
    rmSync(runningFile(home), { force: true });
  }
}

/** Tells others where the platform of this process answers. */
export function markRunning(home: string, url: string): void {
  const partial = `${runningFile(home)}.${process.pid}`;
  writeFileSync(partial, JSON.stringify({ pid: process.pid, url }));
  renameSync(partial, runningFile(home));
}

export function markStopped(home: string): void {
  if (readRunning(home)?.pid === process.pid) rmSync(runningFile(home), { force: true });
}

function readRunning(home: string): RunningPlatform | null {
  try {
    return JSON.parse(readFileSync(runningFile(home), "utf8"));
  } catch {
    // Gone, or cut off by a crash.
    return null;
  }
}

/** Whether that process runs and, where the system tells (Linux), is a start of Diaphane and no other program of its number. */
function isPlatform(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`scripts${path.sep}platform${path.sep}main.ts`);
  } catch {
    return process.platform !== "linux";
  }
}
