// Built-ins only, and no syntax newer than Node 18: this runs before anything is installed, on whatever node there is.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "node_modules", ".diaphane-installed");

/** The Node 22 that the project brings along as a dependency. */
export const projectNode = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

/** Installs the locked dependencies unless this very lock file is installed already. */
export async function ensureInstalled() {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  const stamp = createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
  if (existsSync(stampFile) && existsSync(projectNode) && readFileSync(stampFile, "utf8") === stamp) return;
  console.log("Installing dependencies (about a minute the first time) …");
  // Not `npm ci`: it refuses a lock file made where a registry had not every platform's optional packages. What is locked
  // is installed as locked either way, and the lock file stays as it is.
  const code = await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.error("The dependencies could not be installed: see npm's message above, then run the command again.");
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

/** Runs `command` in the repository's root with the project's programs first in PATH; signals go on to it. */
export function run(command, args) {
  const bin = path.join(root, "node_modules", ".bin");
  const child = spawn(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  const forward = (signal) => child.kill(signal);
  process.on("SIGINT", forward);
  process.on("SIGTERM", forward);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", forward);
      process.off("SIGTERM", forward);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}
