import { spawn } from "node:child_process";
import { EngineError } from "../engine.ts";

export interface ProgramOptions {
  cwd?: string;
  /** Added to the environment. */
  env?: NodeJS.ProcessEnv;
  /** Called with every piece of output, for progress. */
  onOutput?: (text: string) => void;
  /** Finds the reason of a failure in the last output, where that is not its last lines. */
  findReason?: (output: string) => string | undefined;
}

/**
 * Runs a program to its end and gives what it printed on stdout.
 * @throws {EngineError} with the program's last lines when it is missing or fails.
 */
export function runProgram(command: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // It does not outlive this process.
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    let stdout = "";
    let tail = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      tail = (tail + text).slice(-4000);
      options.onOutput?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      tail = (tail + text).slice(-4000);
      options.onOutput?.(text);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? "it is not installed" : error.message;
      reject(new EngineError(`${command} can't be run: ${reason}`));
    });
    child.on("close", (code, signal) => {
      process.off("exit", kill);
      if (code === 0) return resolve(stdout);
      const reason = options.findReason?.(tail) ?? tail.trim().split("\n").slice(-3).join(" / ");
      reject(new EngineError(`${command} failed (${signal ?? `exit code ${code}`}): ${reason}`));
    });
  });
}
