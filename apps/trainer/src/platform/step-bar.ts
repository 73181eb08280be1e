import { SingleBar } from "cli-progress";

/** A bar on a terminal, nothing but what is said elsewhere. */
export interface StepBar {
  update(done: number, total: number): void;
  say(line: string): void;
  stop(): void;
}

export function createStepBar(stream: NodeJS.WriteStream, unit: string): StepBar {
  const bar = new SingleBar({ stream, format: `{bar} {value} of {total} ${unit}`, clearOnComplete: true });
  let isRunning = false;
  return {
    update(done, total) {
      if (!stream.isTTY) return;
      if (!isRunning) bar.start(total, done);
      isRunning = true;
      bar.update(done);
    },
    say: (line) => void stream.write(`${line}\n`),
    stop() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}
