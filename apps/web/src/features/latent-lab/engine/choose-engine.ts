import { listGpuEngines } from "./available-engines.ts";
import { type LabEngine, openEngine } from "./engine-client.ts";
import type { BundleAddress, EngineName } from "./protocol.ts";

/** All timed decodes together stay under 300 ms. */
const BUDGET_MILLISECONDS = 100;
/** Changing engines under a visitor's hands must be worth it. */
const WORTHWHILE_SHARE = 0.8;
const ENGINES: readonly EngineName[] = ["webgpu", "webgl", "wasm"];

/** The engine that was fastest for this bundle on this device, when that has been measured before. */
export function rememberedEngine(weightsSha256: string): EngineName | null {
  const name = readStorage(storageKey(weightsSha256));
  return ENGINES.find((engine) => engine === name) ?? null;
}

export interface EngineChoice {
  /** The engine to go on with: `current` itself, or a faster one, open and warm. */
  readonly engine: LabEngine;
  readonly milliseconds: number;
}

/**
 * Times a few decodes on `current` and on every GPU engine of this browser, each in a worker of its own so that sliders
 * stay smooth meanwhile, and remembers the winner for this bundle. Losers are closed; `current` is left to the caller.
 */
export async function chooseEngine(current: LabEngine, address: BundleAddress): Promise<EngineChoice> {
  let best: EngineChoice = { engine: current, milliseconds: await current.time(BUDGET_MILLISECONDS) };
  for (const name of await listGpuEngines()) {
    if (name === current.name) continue;
    // An engine that doesn't start here (old driver, missing kernel) is simply not a candidate.
    const candidate = await openEngine(address, name).catch(() => null);
    const milliseconds = await candidate?.time(BUDGET_MILLISECONDS).catch(() => null);
    if (candidate && milliseconds != null && milliseconds < best.milliseconds * WORTHWHILE_SHARE) {
      if (best.engine !== current) best.engine.close();
      best = { engine: candidate, milliseconds };
    } else candidate?.close();
  }
  writeStorage(storageKey(address.weightsSha256), best.engine.name);
  return best;
}

function storageKey(weightsSha256: string): string {
  return `diaphane-engine:${weightsSha256.slice(0, 16)}`;
}

// Storage throws where the visitor has turned it off; then it is measured again next time.
function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeStorage(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
