// Like install.mjs: built-ins only, and no syntax newer than Node 18.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The exit code of an installation that a signal ended. */
export const interruptedCode = 130;

/** No installation takes so long: an older lock is a crash's, even if its process id is in use again. */
const staleMs = 30 * 60_000;

/**
 * Runs `install` while no other process installs in `root`, and gives what it gives: an exit code. After `interruptedCode`, as
 * after a crash, the lock stays and tells the next one that packages may be there by half, which npm does not notice: then
 * it begins anew.
 */
export async function withInstallLock(root, install, pollMs = 500) {
  const lock = path.join(root, "node_modules", ".diaphane-installing");
  for (let hasWaited = false; !tryLock(lock); hasWaited = true) {
    if (isHeld(lock)) {
      if (!hasWaited) console.log("Another process is installing the dependencies; waiting for it …");
      await delay(pollMs);
    } else {
      console.log("The last installation did not end: removing what it left …");
      removeModules(root);
    }
  }
  const code = await install();
  if (code !== interruptedCode) rmSync(lock, { force: true });
  return code;
}

function tryLock(lock) {
  mkdirSync(path.dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isHeld(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > staleMs) return false;
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else. ENOENT: given back in this moment.
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}

/** The workspaces' packages too; the folder that holds the lock goes last. */
function removeModules(root) {
  const groups = ["apps", "packages"].flatMap((group) => subfolders(root, group));
  for (const folder of [...groups, "e2e", "."]) {
    rmSync(path.join(root, folder, "node_modules"), { recursive: true, force: true });
  }
}

function subfolders(root, group) {
  try {
    return readdirSync(path.join(root, group)).map((name) => path.join(group, name));
  } catch {
    return [];
  }
}
