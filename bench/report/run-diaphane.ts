import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../apps/trainer/src/main.ts", import.meta.url));

/** Runs a command of `diaphane`, as a researcher would, and gives its stdout; its stderr is shown. @throws when it fails */
export function runDiaphane(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`diaphane ${args[0]} ended with exit code ${code}`)),
    );
  });
}
