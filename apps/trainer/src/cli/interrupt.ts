import { exitCodes } from "./exit-codes.ts";

/** Turns Ctrl-C (and SIGTERM) into an abort signal; a second one ends the program at once. */
export function abortOnInterrupt(onFirst: () => void): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(exitCodes.cancelled);
    controller.abort();
    onFirst();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    signal: controller.signal,
    stop() {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}
