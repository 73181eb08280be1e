// Built-ins only, and no syntax newer than Node 18: this runs before anything is installed, on whatever node there is.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { interruptedCode, withInstallLock } from "./install-lock.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "node_modules", ".diaphane-installed");

/** The Node 22 that the project brings along as a dependency. */
export const projectNode = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

/** Installs the locked dependencies and generates the database client unless these very ones are there already; ends the process when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const code = await withInstallLock(root, install);
  if (code !== 0) process.exit(code);
}

async function install() {
  // Another process may have been at it while this one waited for the lock.
  if (isInstalled()) return 0;
  console.log("Installing dependencies (about a minute the first time) …");
  rmSync(stampFile, { force: true });
  // Not `npm ci`: it refuses a lock file made where a registry had not every platform's optional packages. What is locked
  // is installed as locked either way, and the lock file stays as it is.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  // Asked by Ctrl-C, npm goes on for more than a minute: it is ended instead, and what it left is removed (install-lock.mjs).
  const code = await run("npm", args, { endsAtOnce: true });
  if (code === 0) writeFileSync(stampFile, stamp());
  else if (code === interruptedCode) console.error("Stopped. The next start installs anew.");
  else console.error("The dependencies could not be installed: see npm's message above, then run the command again.");
  return code;
}

function isInstalled() {
  return existsSync(stampFile) && existsSync(projectNode) && readFileSync(stampFile, "utf8") === stamp();
}

/** Changes with whatever an install depends on: the lock file, and the schema that the database client is generated from. */
function stamp() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  hash.update(readFileSync(path.join(root, "package-lock.json")));
  const schema = path.join(root, "prisma", "schema");
  for (const name of readdirSync(schema).sort()) hash.update(readFileSync(path.join(schema, name)));
  return hash.digest("hex");
}

/**
 * Runs `command` in the repository's root with the project's programs first in PATH, and gives its exit code. Signals go on
 * to it; with `endsAtOnce` they end it with everything that it started.
 */
export function run(command, args, { endsAtOnce = false } = {}) {
  const isWindows = process.platform === "win32";
  const bin = path.join(root, "node_modules", ".bin");
  const child = spawn(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: isWindows,
    // A group of its own can be ended as one.
    detached: endsAtOnce && !isWindows,
    // The tests' ONNX runtime would fetch its GPU part from a host of its own when installed; it comes with all that is used here.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip", PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  let wasInterrupted = false;
  const forward = (signal) => {
    wasInterrupted = true;
    if (endsAtOnce && !isWindows && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${command} can't be run: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? (wasInterrupted ? interruptedCode : 1));
    });
  });
}
