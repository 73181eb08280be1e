import type { QuietQueue } from "./quiet-queue.ts";

/**
 * Pieces of work through a quiet queue, one after the other, each with its result.
 *
 * @returns `run`, whose promises are never settled once `stop` was called
 */
export function createQuietRunner(quietly: QuietQueue): { run<T>(work: () => Promise<T>): Promise<T>; stop(): void } {
  let isStopped = false;
  let takeBack = () => {};
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        takeBack = quietly.enqueue(async () => {
          if (isStopped) return;
          await work().then(
            (result) => !isStopped && resolve(result),
            (error: unknown) => !isStopped && reject(error),
          );
        });
      }),
    stop() {
      isStopped = true;
      takeBack();
    },
  };
}
