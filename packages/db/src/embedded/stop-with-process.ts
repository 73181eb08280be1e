const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Makes a server that outlives processes end with this one: when it exits, and when a signal that nobody else handles is
 * about to end it. Where somebody else does, that somebody stops things in order and then exits.
 *
 * @returns undoes it
 */
export function stopWithProcess(stop: () => Promise<void>, stopBlocking: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    process.off(signal, onSignal);
    if (process.listenerCount(signal) > 0) return;
    void stop().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", stopBlocking);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off("exit", stopBlocking);
  };
}
