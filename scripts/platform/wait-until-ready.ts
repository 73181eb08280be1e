import { setTimeout as delay } from "node:timers/promises";
import { logTail, type Service } from "./service.ts";

/**
 * Waits until `url` answers.
 * @throws Error with the end of the service's log when it ends first, or after a minute; the signal's reason when it is aborted.
 */
export async function waitUntilReady(service: Service, url: string, signal: AbortSignal): Promise<void> {
  let hasEnded = false;
  void service.ended.then(() => {
    hasEnded = true;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(100, undefined, { signal })) {
    if (hasEnded) break;
    try {
      await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Error(`${service.name} did not start. The end of its log (${service.logFile}):\n${logTail(service)}`);
}
