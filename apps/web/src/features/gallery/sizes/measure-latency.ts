import type { LabEngine } from "../../latent-lab/engine/engine-client.ts";
import type { EngineName } from "../../latent-lab/engine/protocol.ts";
import type { ImageBytes } from "../../latent-lab/images/picture.ts";

/** How long one image takes there and back, in milliseconds. */
export interface Latency {
  median: number;
  /** The middle half of the runs lies between these. */
  low: number;
  high: number;
  runs: number;
  engine: EngineName;
}

/** What is timed of an engine. */
interface TimedEngine extends Pick<LabEngine, "name" | "draw" | "decode"> {
  encode(image: ImageBytes): Promise<{ mu: Float32Array }>;
}

const warmUpRuns = 3;
export const latencyRuns = 30;

/**
 * Times encoding an image and drawing it from its latents, one run after another, as somebody at the page waits for it. The first
 * runs, in which an engine compiles, do not count.
 *
 * @param onRun after each run that counts, with how many there were
 * @param now in milliseconds
 */
export async function measureLatency(
  engine: TimedEngine,
  {
    onRun,
    signal,
    now = () => performance.now(),
  }: { onRun(done: number): void; signal: AbortSignal; now?: () => number },
): Promise<Latency> {
  const image = await engine.draw(1);
  const times: number[] = [];
  for (let run = 0; run < warmUpRuns + latencyRuns; run++) {
    signal.throwIfAborted();
    const before = now();
    const { mu } = await engine.encode(image);
    await engine.decode(mu, 1);
    if (run < warmUpRuns) continue;
    times.push(now() - before);
    onRun(times.length);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.round(share * (times.length - 1))] ?? Number.NaN;
  return {
    ...{ median: quantile(0.5), low: quantile(0.25), high: quantile(0.75) },
    ...{ runs: times.length, engine: engine.name },
  };
}
