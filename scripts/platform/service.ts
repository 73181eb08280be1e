import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "./home.ts";

/** One long-running program of the platform, its output kept in a log file. */
export interface Service {
  name: string;
  logFile: string;
  /** Resolves when the program has ended, with its exit code (null after a signal). */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

const stopTimeoutMs = 10_000;

export function startService(name: string, args: string[], env: NodeJS.ProcessEnv, home: string): Service {
  const logFile = path.join(home, "logs", `${name}.log`);
  const log = openSync(logFile, "a");
  // A group of its own: Ctrl-C in a terminal reaches only the parent, which then stops the parts in order.
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { name, logFile, ended, stop: () => stopGroup(child, ended) };
}

export function logTail(service: Service, lines = 20): string {
  return readFileSync(service.logFile, "utf8").split("\n").slice(-lines).join("\n");
}

async function stopGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
  // Grandchildren that outlived their parent.
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
