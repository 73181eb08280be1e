/**
 * When to start. Browsers hand out pointer moves once a frame, right before they draw it, so the end of the present task is
 * soon enough to bring many changes together; waiting for the next frame would show every drag a frame late.
 */
export type Scheduler = (run: () => void) => void;

export interface LatestWins<Input> {
  /** Asks for `input` to be worked on next. Whatever waited is replaced, never queued. */
  request(input: Input): void;
  stop(): void;
}

/**
 * Runs `work` on the newest input only, one at a time: a drag that outpaces the decoder skips frames instead of
 * falling behind. An input that arrives while one is in flight goes out as soon as that one returns.
 */
export function latestWins<Input>(
  work: (input: Input) => Promise<void>,
  onError: (error: unknown) => void,
  schedule: Scheduler = queueMicrotask,
): LatestWins<Input> {
  let waiting: { readonly input: Input } | null = null;
  let isScheduled = false;
  let isBusy = false;
  let isStopped = false;

  function wake() {
    if (isScheduled || isBusy || isStopped || !waiting) return;
    isScheduled = true;
    schedule(() => {
      isScheduled = false;
      void run();
    });
  }

  async function run() {
    while (waiting && !isStopped) {
      const { input } = waiting;
      waiting = null;
      isBusy = true;
      try {
        await work(input);
      } catch (error) {
        if (!isStopped) onError(error);
      }
      isBusy = false;
    }
  }

  return {
    request(input) {
      waiting = { input };
      wake();
    },
    stop() {
      isStopped = true;
      waiting = null;
    },
  };
}
