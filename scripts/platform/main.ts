import { setTimeout as delay } from "node:timers/promises";
import { homeFolder } from "@diaphane/db";
import { findRunning, markRunning, markStopped, openHome } from "./home.ts";
import { readOptions } from "./options.ts";
import { startPlatform } from "./start-platform.ts";

const options = readOptions(process.argv.slice(2));
if (options.home) process.env["DIAPHANE_HOME"] = options.home;
const home = openHome(homeFolder());

const running = findRunning(home);
if (running) {
  console.log(`Diaphane already runs at ${running.url} (process ${running.pid}).`);
  process.exit(0);
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

try {
  const platform = await startPlatform(home, options, (url) => markRunning(home, { pid: process.pid, url }));
  const stopAsked = new Promise<void>((resolve) => {
    if (stopping.signal.aborted) resolve();
    stopping.signal.addEventListener("abort", () => resolve());
  });
  const failed = await Promise.race([stopAsked, platform.failed]);
  console.log(failed ? `\n${failed.message}` : "\nStopping …");
  process.exitCode = failed ? 1 : 0;
  // A second Ctrl-C must not cut the stop short; a stop that hangs must not keep the terminal.
  await Promise.race([platform.stop(), delay(20_000, undefined, { ref: false })]);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  markStopped(home);
}
process.exit();
