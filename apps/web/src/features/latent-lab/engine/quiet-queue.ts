const QUIET_MILLISECONDS = 120;

export interface QuietQueue {
  /** Says that someone is dragging: waiting work holds off for a moment. */
  disturb(): void;
  /** Runs `work` when it is quiet and all before it is done. @returns how to take it back */
  enqueue(work: () => Promise<void>): () => void;
}

/** Work that may wait (the strips beside the sliders), one piece at a time, never in the way of a drag. */
export function createQuietQueue(now: () => number = () => performance.now()): QuietQueue {
  const waiting: (() => Promise<void>)[] = [];
  let disturbedAt = Number.NEGATIVE_INFINITY;
  let isRunning = false;

  async function run() {
    if (isRunning) return;
    isRunning = true;
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      for (let left = remaining(); left > 0; left = remaining())
        await new Promise((resolve) => setTimeout(resolve, left));
      // A strip that fails (a lost engine) leaves its place empty; the redraw loop tells the reader.
      await work().catch(() => undefined);
    }
    isRunning = false;
  }

  function remaining(): number {
    return disturbedAt + QUIET_MILLISECONDS - now();
  }

  return {
    disturb() {
      disturbedAt = now();
    },
    enqueue(work) {
      waiting.push(work);
      void run();
      return () => {
        const at = waiting.indexOf(work);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
  };
}
