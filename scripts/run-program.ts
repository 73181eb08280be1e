import { type SpawnOptions, spawn } from "node:child_process";
import { repositoryRoot } from "./platform/home.ts";
import { stopGroup } from "./process-group.ts";

export interface RunOptions {
  /** Where it runs; the repository's root unless given. */
  cwd?: string;
  /** Aborting ends the program with all that it started. Ctrl-C in a terminal then reaches it this way only. */
  signal?: AbortSignal;
  /** Takes the output, which is otherwise shown as it comes. */
  onOutput?: (text: string) => void;
}

/**
 * Runs a program to its end.
 *
 * @returns its exit code; 1 when a signal ended it or it can't be started, which is then said
 */
export async function runProgram(command: string, args: string[], options: RunOptions = {}): Promise<number> {
  const { cwd = repositoryRoot, signal, onOutput } = options;
  if (signal?.aborted) return 1;
  const stdio: SpawnOptions["stdio"] = onOutput ? ["ignore", "pipe", "pipe"] : "inherit";
  const child = spawn(command, args, { cwd, stdio, detached: signal !== undefined });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => onOutput?.(text));
  }
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} can't be run: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped = stopGroup(child, ended);
  };
  signal?.addEventListener("abort", stop, { once: true });
  const code = await ended;
  signal?.removeEventListener("abort", stop);
  await stopped;
  return code;
}
