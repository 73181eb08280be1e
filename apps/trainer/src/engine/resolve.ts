import { type Engine, EngineError } from "./engine.ts";

/** The ways to an engine, fastest first; each gives its engine, or throws an EngineError that says why not. */
export interface EngineProbe {
  /** What a person calls it, used in reasons: "your own tfjs-node". */
  title: string;
  family: EngineFamily;
  /** False when there is nothing to try (no such package): passed over without a word. */
  isPresent(): boolean;
  start(): Promise<Omit<Engine, "reasons">>;
}

/** What `DIAPHANE_ENGINE` may name. */
export const engineFamilies = ["cuda", "webgpu", "native", "wasm"] as const;
export type EngineFamily = (typeof engineFamilies)[number];

/** @throws {EngineError} for any other word. */
export function parseForcedEngine(value: string | undefined): EngineFamily | undefined {
  if (value === undefined || value === "" || value === "auto") return undefined;
  const family = engineFamilies.find((name) => name === value);
  if (family) return family;
  throw new EngineError(`DIAPHANE_ENGINE is "${value}"; it can be ${engineFamilies.join(", ")} or auto`);
}

/**
 * Starts the first engine that works, collecting why the faster ones did not.
 * @throws {EngineError} with all reasons when none (of the forced family) starts.
 */
export async function resolveEngine(probes: readonly EngineProbe[], forced: EngineFamily | undefined): Promise<Engine> {
  const present = probes.filter((probe) => probe.isPresent());
  const reasons = forced && present[0]?.family !== forced ? [`DIAPHANE_ENGINE asks for ${forced}`] : [];
  for (const probe of present) {
    if (forced && probe.family !== forced) continue;
    try {
      const engine = await probe.start();
      if (probe.family === "cuda" && engine.name !== "cuda") {
        // It computes all the same, on the processor, and a second TensorFlow in this process would be one too many.
        reasons.push(`${probe.title}: TensorFlow found no GPU that it can use`);
        if (forced) break;
      }
      return { ...engine, reasons };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      reasons.push(`${probe.title}: ${error.message}`);
    }
  }
  throw new EngineError(`No ${forced ?? ""} engine could be started. ${reasons.join(". ")}`.replace("  ", " "));
}
