import { type Engine, EngineError } from "./engine.ts";

/** The ways to an engine, fastest first; each gives its engine, or throws an EngineError that says why not. */
export interface EngineProbe {
  /** What a person calls it, used in reasons: "your own tfjs-node". */
  title: string;
  family: "native" | "wasm";
  /** False when there is nothing to try (no such package): passed over without a word. */
  isPresent(): boolean;
  start(): Promise<Omit<Engine, "reasons">>;
}

/** What `DIAPHANE_ENGINE` may say. */
export type ForcedEngine = "native" | "wasm" | undefined;

/** @throws {EngineError} for any other word. */
export function parseForcedEngine(value: string | undefined): ForcedEngine {
  if (value === undefined || value === "" || value === "auto") return undefined;
  if (value === "native" || value === "wasm") return value;
  throw new EngineError(`DIAPHANE_ENGINE is "${value}"; it can be native, wasm or auto`);
}

/**
 * Starts the first engine that works, collecting why the faster ones did not.
 * @throws {EngineError} with all reasons when none (of the forced family) starts.
 */
export async function resolveEngine(probes: readonly EngineProbe[], forced: ForcedEngine): Promise<Engine> {
  const reasons: string[] = [];
  if (forced === "wasm") reasons.push("DIAPHANE_ENGINE asks for wasm");
  for (const probe of probes) {
    if ((forced && probe.family !== forced) || !probe.isPresent()) continue;
    try {
      return { ...(await probe.start()), reasons };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      reasons.push(`${probe.title}: ${error.message}`);
    }
  }
  throw new EngineError(`No ${forced ?? ""} engine could be started. ${reasons.join(". ")}`.replace("  ", " "));
}
