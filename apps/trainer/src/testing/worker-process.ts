import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** A real `diaphane serve` in a process of its own. */
export interface WorkerProcess {
  pid: number | undefined;
  log(): string;
  /** Signals it and resolves with its exit code (null after a signal) when it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function startWorkerProcess(world: { url: string; storeUrl: string }): WorkerProcess {
  const env = { ...process.env, DATABASE_URL: world.url, STORE_URL: world.storeUrl };
  const child: ChildProcess = spawn(process.execPath, [main, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const ended = once(child, "exit");
  return {
    pid: child.pid,
    log: () => log,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** Asks until there is an answer, and fails with the worker's log when there is none in time. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false>,
  worker: WorkerProcess,
  timeout = 100_000,
): Promise<T> {
  return await vi.waitFor(
    async () => {
      const answer = await ask();
      if (answer === null || answer === undefined || answer === false)
        throw new Error(`Not yet. Log:\n${worker.log()}`);
      return answer;
    },
    { timeout, interval: 100 },
  );
}
