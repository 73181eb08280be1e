import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { stopGroup } from "../process-group.ts";
import { repositoryRoot } from "./home.ts";

/** One long-running program of the platform, its output kept in a log file. */
export interface Service {
  name: string;
  logFile: string;
  /** Resolves when the program has ended, with its exit code (null after a signal). */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

const endWithParent = pathToFileURL(path.join(import.meta.dirname, "end-with-parent.mjs")).href;

/** Starts a program that ends with this process, however that ends. */
export function startService(name: string, args: string[], env: NodeJS.ProcessEnv, home: string): Service {
  const logFile = path.join(home, "logs", `${name}.log`);
  const log = openSync(logFile, "a");
  // A group of its own: Ctrl-C in a terminal reaches only the parent, which then stops the parts in order.
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd: repositoryRoot,
    env,
    stdio: ["ignore", log, log, "ipc"],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { name, logFile, ended, stop: () => stopGroup(child, ended) };
}

export function logTail(service: Service, lines = 20): string {
  return readFileSync(service.logFile, "utf8").split("\n").slice(-lines).join("\n");
}
