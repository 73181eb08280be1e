"use client";

import { useEffect, useRef, useState } from "react";
import { chooseEngine } from "../../latent-lab/engine/choose-engine.ts";
import { type LabEngine, openEngine } from "../../latent-lab/engine/engine-client.ts";
import type { BundleAddress } from "../../latent-lab/engine/protocol.ts";
import { type Latency, latencyRuns, measureLatency } from "./measure-latency.ts";

export interface MeasuredModel {
  id: string;
  name: string;
  address: BundleAddress;
}

export interface LatencyProgress {
  name: string;
  done: number;
  all: number;
}

/** Measures models one after another on the visitor's device, each on the engine that is fastest for it there. */
export function useLatencies(models: readonly MeasuredModel[]) {
  const [found, setFound] = useState<Readonly<Record<string, Latency | "failed">>>({});
  const [progress, setProgress] = useState<LatencyProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function measure() {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setFound({});
    for (const [index, { id, name, address }] of models.entries()) {
      const report = (done: number) =>
        setProgress({ name, done: index * latencyRuns + done, all: models.length * latencyRuns });
      report(0);
      const latency = await withFastestEngine(address, (engine) =>
        measureLatency(engine, { onRun: report, signal }),
      ).catch(() => "failed" as const);
      if (signal.aborted) break;
      setFound((before) => ({ ...before, [id]: latency }));
    }
    if (running.current === controller) setProgress(null);
  }
  return { found, progress, measure, cancel: () => running.current?.abort() };
}

async function withFastestEngine<T>(address: BundleAddress, use: (engine: LabEngine) => Promise<T>): Promise<T> {
  const first = await openEngine(address, "wasm");
  const { engine } = await chooseEngine(first, address);
  if (engine !== first) first.close();
  try {
    return await use(engine);
  } finally {
    engine.close();
  }
}
