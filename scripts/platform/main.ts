import { setTimeout as delay } from "node:timers/promises";
import { homeFolder } from "@diaphane/db";
import { claimHome, markRunning, markStopped, openHome, type RunningPlatform } from "./home.ts";
import { readOptions } from "./options.ts";
import { startPlatform } from "./start-platform.ts";

const options = readOptions(process.argv.slice(2));
if (options.home) process.env["DIAPHANE_HOME"] = options.home;
const home = openHome(homeFolder());

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) console.log("\nStopping …");
    stopping.abort();
  });
}

try {
  const elsewhere = await awaitOther(home, stopping.signal);
  if (elsewhere) console.log(`Diaphane already runs at ${elsewhere.url} (process ${elsewhere.pid}).`);
  else await runPlatform(stopping.signal);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
} finally {
  markStopped(home);
}
process.exit();

async function runPlatform(signal: AbortSignal): Promise<void> {
  const platform = await startPlatform(home, options, { signal, onAddress: (url) => markRunning(home, url) });
  const stopAsked = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
  const failed = await Promise.race([stopAsked, platform.failed]);
  if (failed) {
    console.error(`\n${failed.message}`);
    process.exitCode = 1;
  }
  // A second Ctrl-C must not cut the stop short; a stop that hangs must not keep the terminal.
  await Promise.race([platform.stop(), delay(20_000, undefined, { ref: false })]);
}

/** Waits while another process starts the platform of this home. @returns where it answers; null when this process is to start it */
async function awaitOther(home: string, signal: AbortSignal): Promise<RunningPlatform | null> {
  for (let hasWaited = false; ; hasWaited = true) {
    const running = claimHome(home);
    if (!running || running.url !== null) return running;
    if (!hasWaited) console.log(`Process ${running.pid} is starting Diaphane here; waiting for it …`);
    await delay(300, undefined, { signal });
  }
}
