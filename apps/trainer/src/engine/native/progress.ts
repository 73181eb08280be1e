import { Presets, SingleBar } from "cli-progress";

/** How a long step tells a person where it is. */
export interface Progress {
  step(text: string): void;
  bytes(done: number, total: number): void;
  stop(): void;
}

/** A bar on a terminal, a line every quarter elsewhere; always on stderr, which leaves stdout to results. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const bar = new SingleBar(
    { format: "  {bar} {percentage} % of {megabytes} MB", stream, clearOnComplete: true },
    Presets.shades_classic,
  );
  let isRunning = false;
  let lastQuarter = 0;
  return {
    step: (text) => void stream.write(`${text}\n`),
    bytes(done, total) {
      if (stream.isTTY) {
        if (!isRunning) bar.start(total, 0, { megabytes: Math.round(total / 1e6) });
        isRunning = true;
        bar.update(Math.min(done, total));
        return;
      }
      const quarter = Math.min(4, Math.floor((done / total) * 4));
      if (quarter > lastQuarter) stream.write(`  ${quarter * 25} % of ${Math.round(total / 1e6)} MB\n`);
      lastQuarter = Math.max(lastQuarter, quarter);
    },
    stop() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}
