import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  url: string;
}

const runningFile = (home: string) => path.join(home, "running.json");

/** The platform that already runs on this home, if its process is alive. */
export function findRunning(home: string): RunningPlatform | null {
  if (!existsSync(runningFile(home))) return null;
  try {
    const running: RunningPlatform = JSON.parse(readFileSync(runningFile(home), "utf8"));
    process.kill(running.pid, 0);
    return running;
  } catch {
    // Left behind by a crash: unreadable, or the process is gone.
    rmSync(runningFile(home), { force: true });
    return null;
  }
}

export function markRunning(home: string, running: RunningPlatform): void {
  writeFileSync(runningFile(home), JSON.stringify(running));
}

export function markStopped(home: string): void {
  rmSync(runningFile(home), { force: true });
}
