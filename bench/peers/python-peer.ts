import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * Starts a script of this folder in a process of its own, which answers every line of JSON with one. `ask` throws when Python
 * or its packages are not there.
 */
export function startPythonPeer(python: string, script: string) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(python, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise<never>((_, reject) => child.on("error", reject));
  return {
    async ask(message: object) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
      const { value, done } = await Promise.race([lines.next(), failed]);
      if (done) throw new Error("The Python peer ended. Install bench/peers/requirements.txt and name its python.");
      return JSON.parse(value);
    },
    stop: () => child.stdin.end(),
  };
}
