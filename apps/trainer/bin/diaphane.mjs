#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The project brings its own Node 22, which runs TypeScript; an older one found first in PATH hands over to it.
const projectNode = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if ((major === 22 && minor >= 18) || !existsSync(projectNode)) {
  await import("../src/main.ts");
} else {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const child = spawn(projectNode, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  // Ctrl-C reaches the whole group by itself; a second one from here would end the program at once.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
