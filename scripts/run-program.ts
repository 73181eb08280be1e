import { spawn } from "node:child_process";
import { repositoryRoot } from "./platform/home.ts";

/** Runs a program in the repository's root, its output shown as it comes; resolves with the exit code. */
export function runProgram(command: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: repositoryRoot, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
