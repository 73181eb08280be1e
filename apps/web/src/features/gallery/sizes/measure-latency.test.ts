import { expect, it } from "vitest";
import { latencyRuns, measureLatency } from "./measure-latency.ts";

/** An engine whose nth run takes n milliseconds. */
function slowingEngine() {
  let clock = 0;
  let runs = 0;
  return {
    now: () => clock,
    engine: {
      name: "wasm" as const,
      draw: async () => ({ images: new Uint8Array(1), height: 1, width: 1, channels: 1 as const }),
      encode: async () => {
        clock += ++runs;
        return { mu: new Float32Array(2) };
      },
      decode: async () => new Float32Array(1),
    },
  };
}

it("gives the median and the middle half of the runs, without those that warm up", async () => {
  const { engine, now } = slowingEngine();
  const seen: number[] = [];
  const { signal } = new AbortController();
  const latency = await measureLatency(engine, { onRun: (done) => seen.push(done), signal, now });
  // Runs 4 to 33 count.
  expect(latency).toEqual({ median: 19, low: 11, high: 26, runs: 30, engine: "wasm" });
  expect(seen.at(-1)).toBe(latencyRuns);
});

it("stops when it is cancelled", async () => {
  const { engine, now } = slowingEngine();
  const controller = new AbortController();
  const onRun = (done: number) => {
    if (done === 5) controller.abort();
  };
  await expect(measureLatency(engine, { onRun, signal: controller.signal, now })).rejects.toThrow();
});
