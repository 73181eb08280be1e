import type { ChildProcess } from "node:child_process";

const stopTimeoutMs = 10_000;

/** Stops a program that was spawned `detached`, with all that it started: politely, then by force. */
export async function stopGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
  // Grandchildren that outlived their parent.
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
